package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.ast.Argument;
import io.rpcidl.idl.ast.TextLiteral;
import io.rpcidl.idl.compile.annotation.BuiltinAnnotation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a thing is called on the wire. */
public final class WireNames {

    private static final String ANNOTATION = BuiltinAnnotation.WIRE.word();
    private static final String ALIAS = BuiltinAnnotation.ALIAS_NAMES.word();

    private WireNames() {}

    /** Returns the name that {@code @wire} gives, else the other one. */
    public static String of(List<Annotation> annotations, String otherwise) {
        if (annotations.isEmpty()) {
            return otherwise; // nearly all names
        }
        return texts(annotations, ANNOTATION)
                .map(TextLiteral::value)
                .findFirst()
                .orElse(otherwise);
    }

    /** Returns the names that {@code @alias} gives, which mean the same when read. */
    public static List<String> aliases(List<Annotation> annotations) {
        return aliasLiterals(annotations).map(TextLiteral::value).toList();
    }

    /** Returns what {@link #aliases} does, as it was written. */
    public static Stream<TextLiteral> aliasLiterals(List<Annotation> annotations) {
        return texts(annotations, ALIAS);
    }

    private static Stream<TextLiteral> texts(List<Annotation> annotations, String name) {
        if (annotations.isEmpty()) {
            return Stream.empty();
        }
        return annotations.stream()
                .filter(annotation -> annotation.name().text().equals(name))
                .flatMap(annotation -> annotation.arguments().stream())
                .map(Argument::from)
                .flatMap(Optional::stream)
                .filter(TextLiteral.class::isInstance)
                .map(TextLiteral.class::cast);
    }
}
