package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.ContractFile;

/** A file lies in a folder that spells its package, as in Java. Where the path of a file has no folder nothing is known. */
final class PackageFolders implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_PACKAGE_FOLDER;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.schema().files().forEach(file -> check(file, findings));
    }

    private static void check(ContractFile file, Findings findings) {
        String path = file.span().file().name();
        String expected = file.packageName().replace('.', '/');
        int slash = path.lastIndexOf('/');
        if (slash >= 0 && !("/" + path.substring(0, slash)).endsWith("/" + expected)) {
            findings.report(
                    file.span(),
                    "the file does not lie in a folder '" + expected + "', as its package asks for",
                    "move it to '" + expected + "/" + path.substring(slash + 1) + "' below the root of the contracts");
        }
    }
}
