package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.MethodDeclaration;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.Span;

/** A oneway method is never answered: neither with a result nor with an error. */
final class OnewayMethods implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations()
                .flatMap(declaration -> Traversal.methods(declaration).stream())
                .filter(method -> method.oneway().isPresent())
                .forEach(method -> checkMethod(method, sink));
    }

    private static void checkMethod(MethodDeclaration method, DiagnosticSink sink) {
        method.result().ifPresent(result -> report(method, result.span(), "a result", sink));
        if (!method.errors().isEmpty()) {
            report(method, method.errors().get(0).span(), "errors", sink);
        }
    }

    private static void report(MethodDeclaration method, Span span, String what, DiagnosticSink sink) {
        String message = "'" + method.name() + "' is oneway and cannot have " + what;
        sink.add(Diagnostic.of(Code.ONEWAY_ANSWERS, span, message).withHelp("remove it, or the word 'oneway'"));
    }
}
