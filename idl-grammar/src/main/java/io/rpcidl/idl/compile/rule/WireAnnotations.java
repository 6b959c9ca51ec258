package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.AnnotatedPlace;
import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.ast.Argument;
import io.rpcidl.idl.ast.TextLiteral;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.Span;
import java.util.Optional;
import java.util.Set;

/** {@code @wire("name")} stands where a name goes over the wire, with one name that can be read there. */
final class WireAnnotations implements Rule {

    private static final Set<String> TARGETS =
            Set.of("a field", "a parameter", "an enum member", "a union member", "a service", "a method");

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations()
                .flatMap(AnnotatedPlace::in)
                .forEach(place -> place.annotations().stream()
                        .filter(annotation -> annotation.name().text().equals(AnnotationNames.WIRE))
                        .forEach(annotation -> checkAnnotation(place, annotation, sink)));
    }

    private static void checkAnnotation(AnnotatedPlace place, Annotation annotation, DiagnosticSink sink) {
        if (!TARGETS.contains(place.target())) {
            String help = place.target().equals("a result")
                    ? "write it before the method"
                    : "it belongs to a field, a parameter, an enum member, a service or a method";
            String message = "'@wire' means nothing for " + place.target();
            sink.add(Diagnostic.of(Code.ANNOTATION_PLACE, annotation.span(), message)
                    .withHelp(help));
        } else {
            mistake(annotation)
                    .ifPresent(message ->
                            sink.add(Diagnostic.of(Code.ANNOTATION_ARGUMENTS, argumentsOf(annotation), message)
                                    .withHelp("for example @wire(\"name\")")));
        }
    }

    private static Span argumentsOf(Annotation annotation) {
        return annotation.arguments().isEmpty()
                ? annotation.span()
                : annotation.arguments().get(0).span();
    }

    private static Optional<String> mistake(Annotation annotation) {
        if (annotation.arguments().size() != 1) {
            return Optional.of("'@wire' takes one name");
        }
        Argument argument = annotation.arguments().get(0);
        boolean plain = argument.key().isEmpty() && !argument.range();
        if (!plain || !(argument.from().orElse(null) instanceof TextLiteral text)) {
            return Optional.of("'@wire' takes a string");
        }
        if (text.value().isEmpty()) {
            return Optional.of("a name on the wire cannot be empty");
        }
        boolean control = text.value().chars().anyMatch(Character::isISOControl);
        return control ? Optional.of("a name on the wire cannot contain control characters") : Optional.empty();
    }
}
