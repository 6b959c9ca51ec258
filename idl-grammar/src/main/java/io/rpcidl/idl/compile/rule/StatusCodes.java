package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.ErrorDeclaration;
import io.rpcidl.idl.ast.Name;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.diagnostic.Suggestion;
import io.rpcidl.idl.model.StatusCode;
import java.util.Arrays;
import java.util.List;

/** The code of an error is one of {@link StatusCode}. */
final class StatusCodes implements Rule {

    private static final List<String> NAMES =
            Arrays.stream(StatusCode.values()).map(Enum::name).toList();

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations()
                .filter(ErrorDeclaration.class::isInstance)
                .flatMap(declaration -> ((ErrorDeclaration) declaration).code().stream())
                .filter(code -> !NAMES.contains(code.text()))
                .forEach(code -> report(code, sink));
    }

    private static void report(Name code, DiagnosticSink sink) {
        sink.add(Diagnostic.of(Code.UNKNOWN_STATUS, code.span(), "unknown status code '" + code + "'")
                .withHelp(Suggestion.among(NAMES, code.text())));
    }
}
