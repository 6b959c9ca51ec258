package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.MethodDeclaration;
import io.rpcidl.idl.ast.ParameterDeclaration;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.Span;

/** A variadic parameter is the only one, as its elements are all of the parameters on the wire; it is always there. */
final class VariadicParameters implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations()
                .flatMap(declaration -> Traversal.methods(declaration).stream())
                .forEach(method -> method.parameters()
                        .forEach(parameter ->
                                parameter.ellipsis().ifPresent(span -> checkParameter(method, parameter, span, sink))));
    }

    private static void checkParameter(
            MethodDeclaration method, ParameterDeclaration parameter, Span ellipsis, DiagnosticSink sink) {
        String name = "the variadic parameter '" + parameter.name() + "'";
        if (method.parameters().size() > 1) {
            sink.add(Code.VARIADIC, ellipsis, name + " must be the only one");
        } else if (parameter.type().optional()) {
            sink.add(
                    Code.VARIADIC, parameter.type().span(), name + " cannot be optional; without elements it is empty");
        } else {
            parameter
                    .defaultValue()
                    .ifPresent(value -> sink.add(
                            Code.VARIADIC,
                            value.span(),
                            name + " cannot have a default; without elements it is empty"));
        }
    }
}
