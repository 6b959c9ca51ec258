package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.MethodDeclaration;
import io.rpcidl.idl.ast.ParameterDeclaration;
import io.rpcidl.idl.ast.ResultExpression;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.Span;
import java.util.List;

/** A method has at most one stream each way, of values that are there; oneway and variadic methods have none. */
final class Streams implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations()
                .flatMap(declaration -> Traversal.methods(declaration).stream())
                .forEach(method -> checkMethod(method, sink));
    }

    private static void checkMethod(MethodDeclaration method, DiagnosticSink sink) {
        List<ParameterDeclaration> streams = method.parameters().stream()
                .filter(each -> each.stream().isPresent())
                .toList();
        streams.forEach(each -> checkParameter(method, each, sink));
        streams.stream().skip(1).forEach(each -> {
            Span first = streams.get(0).stream().orElseThrow();
            sink.add(Diagnostic.of(Code.STREAM_PLACE, span(each), "'" + method.name() + "' takes a stream already")
                    .withRelated("the other one is here", first)
                    .withHelp("put both kinds of items into one union"));
        });
        boolean variadic =
                method.parameters().stream().anyMatch(each -> each.ellipsis().isPresent());
        method.result()
                .flatMap(ResultExpression::stream)
                .filter(span -> variadic)
                .ifPresent(span -> refuse(span, "a variadic method cannot answer with a stream", sink));
    }

    private static void checkParameter(MethodDeclaration method, ParameterDeclaration parameter, DiagnosticSink sink) {
        String name = "'" + parameter.name() + "'";
        if (method.oneway().isPresent()) {
            refuse(span(parameter), "a oneway method cannot take a stream", sink);
        } else if (parameter.ellipsis().isPresent()) {
            refuse(span(parameter), "the variadic parameter " + name + " cannot be a stream", sink);
        }
        parameter
                .defaultValue()
                .ifPresent(value -> sink.add(Diagnostic.of(
                                Code.STREAM_PLACE,
                                value.span(),
                                "the stream " + name + " cannot have a default; without items it is empty")
                        .withHelp("remove the default")));
    }

    private static Span span(ParameterDeclaration parameter) {
        return parameter.stream().orElseThrow();
    }

    private static void refuse(Span span, String message, DiagnosticSink sink) {
        sink.add(Diagnostic.of(Code.STREAM_PLACE, span, message).withHelp("remove the word 'stream', or take a list"));
    }
}
