package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.Name;
import io.rpcidl.idl.ast.PackageStatement;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.Locale;

/** The parts of a package name are in lower case, as they become folders on disks that may not tell the difference. */
final class PackageNames implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        for (SourceUnit unit : contract.units()) {
            unit.all(PackageStatement.class)
                    .flatMap(statement -> statement.name().parts().stream())
                    .filter(part -> !part.text().equals(lower(part)))
                    .forEach(part -> sink.add(Diagnostic.of(
                                    Code.BAD_PACKAGE_NAME,
                                    part.span(),
                                    "'" + part + "' is not in lower case, as the parts of a package name are")
                            .withHelp("write '" + lower(part) + "'")));
        }
    }

    private static String lower(Name part) {
        return part.text().toLowerCase(Locale.ROOT);
    }
}
