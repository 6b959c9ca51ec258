package io.rpcidl.idl.compile.annotation;

import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.ast.TextLiteral;
import io.rpcidl.idl.model.Constraint;
import java.util.Optional;

/** Makes constraints of annotations. Whether they make sense, and fit their type, is checked by rules. */
public final class ConstraintReader {

    private ConstraintReader() {}

    /** Returns the constraint that an annotation is, if it is one and its arguments have no mistake. */
    public static Optional<Constraint> constraint(Annotation annotation) {
        return BuiltinAnnotation.of(annotation)
                .filter(kind -> kind.mistake(annotation).isEmpty())
                .flatMap(kind -> Optional.ofNullable(
                        switch (kind) {
                            case LENGTH -> length(Bounds.of(annotation));
                            case SIZE -> size(Bounds.of(annotation));
                            case RANGE -> range(Bounds.of(annotation));
                            case PATTERN ->
                                new Constraint.Pattern(text(annotation).value());
                            default -> null;
                        }));
    }

    /** Returns the string of an annotation whose one argument is one. */
    public static TextLiteral text(Annotation annotation) {
        return (TextLiteral) annotation.arguments().get(0).from().orElseThrow();
    }

    private static Constraint length(Bounds bounds) {
        return new Constraint.Length(count(bounds.min()), count(bounds.max()));
    }

    private static Constraint size(Bounds bounds) {
        return new Constraint.Size(count(bounds.min()), count(bounds.max()));
    }

    private static Constraint range(Bounds bounds) {
        return new Constraint.Range(
                bounds.min().flatMap(Bounds.End::value), bounds.max().flatMap(Bounds.End::value));
    }

    private static Optional<Long> count(Optional<Bounds.End> end) {
        return end.flatMap(Bounds.End::count);
    }
}
