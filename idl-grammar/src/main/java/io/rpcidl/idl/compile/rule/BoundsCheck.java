package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.compile.annotation.Bounds;
import io.rpcidl.idl.compile.annotation.BuiltinAnnotation;
import io.rpcidl.idl.compile.link.NumberRange;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.TypeRef;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** The bounds of a constraint that fits its type: in order, and nothing that the type cannot hold. */
final class BoundsCheck {

    private BoundsCheck() {}

    static void check(BuiltinAnnotation kind, Annotation annotation, TypeRef type, DiagnosticSink sink) {
        boolean counts = kind == BuiltinAnnotation.LENGTH || kind == BuiltinAnnotation.SIZE;
        if (!counts && kind != BuiltinAnnotation.RANGE) {
            return;
        }
        Bounds bounds = Bounds.of(annotation);
        Builtin number = type instanceof Builtin builtin ? builtin : Builtin.INT64;
        boolean[] wrong = new boolean[1];
        Stream.concat(bounds.min().stream(), bounds.max().stream())
                .distinct()
                .forEach(end -> (counts ? wrongCount(end) : wrongNumber(end, number)).ifPresent(message -> {
                    wrong[0] = true;
                    sink.add(Code.BAD_BOUNDS, end.span(), message);
                }));
        if (!wrong[0] && bounds.min().isPresent() && bounds.max().isPresent()) {
            BigDecimal min = bounds.min().get().value().orElseThrow();
            BigDecimal max = bounds.max().get().value().orElseThrow();
            if (min.compareTo(max) > 0) {
                String message =
                        "these bounds allow nothing: " + bounds.min().get().text() + " is more than "
                                + bounds.max().get().text();
                sink.add(Code.BAD_BOUNDS, annotation.arguments().get(0).span(), message);
            }
        }
    }

    private static Optional<String> wrongCount(Bounds.End end) {
        boolean fits = NumberRange.isWritten(end.text(), Builtin.INT32)
                && !end.text().startsWith("-")
                && NumberRange.violated(end.text(), Builtin.INT32).isEmpty();
        return fits ? Optional.empty() : Optional.of("a bound is a whole number from 0 to " + Integer.MAX_VALUE);
    }

    private static Optional<String> wrongNumber(Bounds.End end, Builtin type) {
        if (end.quoted() && type != Builtin.BIGINT && type != Builtin.DECIMAL) {
            return Optional.of("a bound of type '" + type + "' is a number without quotes");
        }
        if (end.quoted() && !NumberRange.isWritten(end.text(), Builtin.DECIMAL)) {
            return Optional.of("a bound is a number, with or without quotes");
        }
        if (NumberRange.isWhole(type) && !NumberRange.isWritten(end.text(), type)) {
            return Optional.of("a bound of type '" + type + "' is a whole number");
        }
        if (end.value().isEmpty() && end.text().equals("-Infinity")) {
            return Optional.of("a bound is a finite number; leave it out for none");
        }
        return NumberRange.violated(end.text(), type)
                .or(() -> NumberRange.violated(end.text(), Builtin.DECIMAL))
                .map(range -> "the bound is outside the range of '" + type + "': " + range);
    }
}
