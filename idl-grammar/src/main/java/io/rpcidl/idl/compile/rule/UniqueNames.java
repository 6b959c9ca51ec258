package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.DottedName;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Members of one body, parameters of one method and the errors that it throws have different names. */
final class UniqueNames implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations().forEach(declaration -> {
            NameScope.in(declaration).forEach(scope -> checkScope(scope, sink));
            Traversal.methods(declaration).forEach(method -> checkErrors(method.errors(), contract, sink));
        });
    }

    private static void checkScope(NameScope scope, DiagnosticSink sink) {
        Map<String, Span> seen = new HashMap<>();
        for (NameScope.Entry entry : scope.entries()) {
            Span span = entry.name().span();
            Span first = seen.putIfAbsent(entry.name().text(), span);
            if (first != null) {
                report(span, first, "'" + entry.name() + "' is already declared in " + scope.owner(), sink);
            }
        }
    }

    private static void checkErrors(List<DottedName> errors, LinkedContract contract, DiagnosticSink sink) {
        Map<Object, Span> seen = new HashMap<>();
        for (DottedName name : errors) {
            contract.links().error(name).ifPresent(symbol -> {
                Span first = seen.putIfAbsent(symbol.name(), name.span());
                if (first != null) {
                    report(name.span(), first, "'" + name + "' is already among the errors", sink);
                }
            });
        }
    }

    private static void report(Span span, Span first, String message, DiagnosticSink sink) {
        sink.add(Diagnostic.of(Code.DUPLICATE_NAME, span, message).withRelated("first declared here", first));
    }
}
