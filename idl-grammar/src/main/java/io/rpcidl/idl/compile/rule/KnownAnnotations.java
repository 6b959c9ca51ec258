package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.AnnotatedPlace;
import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.ast.Target;
import io.rpcidl.idl.compile.annotation.BuiltinAnnotation;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.diagnostic.Suggestion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An annotation is one of the language's, stands where it belongs, with the arguments that it takes, and is there once. */
final class KnownAnnotations implements Rule {

    /** What other languages have, by the names that they have for it. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("required", "a field is required unless its type has a '?' or it has a default"),
            Map.entry("optional", "write a '?' behind the type"),
            Map.entry("nullable", "write a '?' behind the type"),
            Map.entry("default", "write '= value' behind the type"),
            Map.entry("rollout", "'rollout' is a word before the name of a field"),
            Map.entry("oneway", "'oneway' is a word before the name of a method"),
            Map.entry("min", "use @range"),
            Map.entry("max", "use @range"),
            Map.entry("minLength", "use @length"),
            Map.entry("maxLength", "use @length"),
            Map.entry("minItems", "use @size"),
            Map.entry("maxItems", "use @size"),
            Map.entry("regex", "use @pattern"),
            Map.entry("name", "use @wire"),
            Map.entry("jsonName", "use @wire"),
            Map.entry("obsolete", "use @deprecated"),
            Map.entry("redacted", "use @sensitive"),
            Map.entry("secret", "use @sensitive"));

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations().flatMap(AnnotatedPlace::in).forEach(place -> checkPlace(place, sink));
    }

    private static void checkPlace(AnnotatedPlace place, DiagnosticSink sink) {
        Map<String, Annotation> seen = new HashMap<>();
        for (Annotation annotation : place.annotations()) {
            Optional<BuiltinAnnotation> known = BuiltinAnnotation.of(annotation);
            Annotation first = seen.putIfAbsent(annotation.name().text(), annotation);
            if (known.isEmpty()) {
                reportUnknown(annotation, sink);
            } else if (!known.get().belongsTo(place.target())) {
                reportPlace(annotation, known.get(), place.target(), sink);
            } else if (first != null && !known.get().repeatable()) {
                String message = "the annotation '@" + annotation.name() + "' is there twice";
                sink.add(Diagnostic.of(Code.DUPLICATE_ANNOTATION, annotation.span(), message)
                        .withRelated("first here", first.span()));
            } else {
                known.get()
                        .mistake(annotation)
                        .ifPresent(mistake ->
                                sink.add(Diagnostic.of(Code.ANNOTATION_ARGUMENTS, mistake.span(), mistake.message())
                                        .withHelp("for example " + known.get().example())));
            }
        }
    }

    private static void reportUnknown(Annotation annotation, DiagnosticSink sink) {
        String name = annotation.name().text();
        if (name.startsWith("java.")) {
            Later.refuse(sink, annotation.span(), "annotations that are passed through to Java", "remove it");
            return;
        }
        Optional<String> help = Optional.ofNullable(ELSEWHERE.get(name))
                .or(() -> Suggestion.nearest(BuiltinAnnotation.words(), name)
                        .map(near -> "did you mean '@" + near + "'?"));
        sink.add(Diagnostic.of(Code.UNKNOWN_ANNOTATION, annotation.name().span(), "unknown annotation '@" + name + "'")
                .withHelp(help));
    }

    private static void reportPlace(Annotation annotation, BuiltinAnnotation kind, Target target, DiagnosticSink sink) {
        String help = kind.belongs();
        if (target == Target.RESULT && kind.belongsTo(Target.METHOD)) {
            help = "write it before the method";
        } else if ((target == Target.TYPE || target == Target.NEWTYPE_TYPE) && kind.belongsTo(Target.NEWTYPE)) {
            help += "; the annotations of a declaration stand before it";
        }
        String message = "'@" + kind.word() + "' means nothing for " + target.phrase();
        sink.add(
                Diagnostic.of(Code.ANNOTATION_PLACE, annotation.span(), message).withHelp(help));
    }
}
