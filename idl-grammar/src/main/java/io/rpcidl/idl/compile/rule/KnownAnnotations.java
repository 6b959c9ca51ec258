package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.AnnotatedPlace;
import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.diagnostic.Suggestion;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** An annotation is one of the language's, and is there once in its place. */
final class KnownAnnotations implements Rule {

    private static final Set<String> NAMES = AnnotationNames.all();

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations().flatMap(AnnotatedPlace::in).forEach(place -> checkPlace(place, sink));
    }

    private static void checkPlace(AnnotatedPlace place, DiagnosticSink sink) {
        Map<String, Annotation> seen = new HashMap<>();
        for (Annotation annotation : place.annotations()) {
            String name = annotation.name().text();
            Annotation first = seen.putIfAbsent(name, annotation);
            if (!NAMES.contains(name)) {
                sink.add(Diagnostic.of(
                                Code.UNKNOWN_ANNOTATION, annotation.name().span(), "unknown annotation '@" + name + "'")
                        .withHelp(
                                Suggestion.nearest(NAMES.stream(), name).map(near -> "did you mean '@" + near + "'?")));
            } else if (first != null) {
                sink.add(Diagnostic.of(
                                Code.DUPLICATE_ANNOTATION,
                                annotation.span(),
                                "the annotation '@" + name + "' is there twice")
                        .withRelated("first here", first.span()));
            }
        }
    }
}
