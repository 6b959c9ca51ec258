package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** A package that promises to stay as it is, such as {@code v1}, needs none that does not, such as {@code v2beta1}. */
final class UnstablePackages implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_UNSTABLE_PACKAGE;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        new PackageGraph(contract)
                .edges()
                .filter(each -> PackageVersion.isStable(each.from().packageName())
                        && PackageVersion.isUnstable(each.to().packageName()))
                .forEach(each -> findings.report(
                        each.place(),
                        each.title() + " of a stable package needs '" + each.to() + "' of an unstable one",
                        "make '" + each.to().packageName()
                                + "' stable first, or keep the place in an unstable package"));
    }
}
