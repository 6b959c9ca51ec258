package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** The classes of a package stay where they are. */
final class JavaPackages implements Rule<PackagePair> {

    @Override
    public void check(PackagePair pair, Findings findings) {
        String old = pair.before().javaPackage();
        String now = pair.after().javaPackage();
        if (!old.equals(now)) {
            findings.add(
                    Code.JAVA_PACKAGE_CHANGED,
                    pair.places().of(pair.after().name()),
                    "the classes of package '" + pair.after().name() + "' are in '" + now + "', they were in '" + old
                            + "'",
                    "keep them with option java.package = \"" + old + "\";");
        }
    }
}
