package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.AnnotatedPlace;
import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.ast.TextLiteral;
import io.rpcidl.idl.compile.annotation.BuiltinAnnotation;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.diagnostic.Suggestion;
import java.util.Arrays;
import java.util.List;

/** What {@code @lint.allow} and {@code @breaking.allow} accept is a finding that lint, or the check for breaks, may have. */
final class Allowances implements Rule {

    private static final List<String> LINT = codes("RI1");
    private static final List<String> BREAKING = codes("RI2");

    private static List<String> codes(String prefix) {
        return Arrays.stream(Code.values())
                .map(Code::id)
                .filter(id -> id.startsWith(prefix))
                .toList();
    }

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations().flatMap(AnnotatedPlace::in).forEach(place -> {
            check(place, BuiltinAnnotation.LINT_ALLOW, LINT, "lint", sink);
            check(place, BuiltinAnnotation.BREAKING_ALLOW, BREAKING, "the check for breaking changes", sink);
        });
    }

    private static void check(
            AnnotatedPlace place, BuiltinAnnotation kind, List<String> known, String owner, DiagnosticSink sink) {
        kind.all(place.annotations()).forEach(annotation -> {
            TextLiteral code = code(annotation);
            if (!known.contains(code.value())) {
                String message = "'" + code.value() + "' is no finding of " + owner;
                sink.add(Diagnostic.of(Code.UNKNOWN_FINDING, code.span(), message)
                        .withHelp(Suggestion.nearest(known.stream(), code.value())
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("for example '" + known.get(0) + "'")));
            }
        });
    }

    private static TextLiteral code(Annotation annotation) {
        return (TextLiteral) annotation.arguments().get(0).from().orElseThrow();
    }
}
