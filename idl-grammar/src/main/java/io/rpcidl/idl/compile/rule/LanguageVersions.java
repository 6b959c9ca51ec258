package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.NumberLiteral;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.ast.VersionStatement;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;

/** {@code rpcidl 1;} is the only version that there is. */
final class LanguageVersions implements Rule {

    private static final String KNOWN = "1";

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        for (SourceUnit unit : contract.units()) {
            unit.all(VersionStatement.class)
                    .map(VersionStatement::version)
                    .filter(version -> !version.text().equals(KNOWN))
                    .forEach(version -> report(version, sink));
        }
    }

    private static void report(NumberLiteral version, DiagnosticSink sink) {
        String message = "this compiler knows version " + KNOWN + " of the language, not " + version.text();
        sink.add(Diagnostic.of(Code.UNKNOWN_VERSION, version.span(), message)
                .withHelp("use a newer rpcidl, or write 'rpcidl " + KNOWN + ";'"));
    }
}
