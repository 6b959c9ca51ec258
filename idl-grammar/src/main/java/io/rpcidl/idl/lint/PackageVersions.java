package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.ContractPackage;

/** A package name ends in a version: what breaks callers goes to a second package beside the first. */
final class PackageVersions implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_PACKAGE_VERSION;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.schema().packages().stream()
                .map(ContractPackage::name)
                .filter(name -> !PackageVersion.isThere(name))
                .forEach(name -> contract.place(name)
                        .ifPresent(place -> findings.report(
                                place,
                                "the package '" + name + "' has no version",
                                "call it '" + name + ".v1', so that a later version can live beside it")));
    }
}
