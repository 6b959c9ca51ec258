package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** Packages do not need each other in a circle: none of them could be published, or read, without all others. */
final class PackageCycles implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_PACKAGE_CYCLE;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        PackageGraph graph = new PackageGraph(contract);
        graph.edges()
                .filter(graph::isCircular)
                .forEach(each -> findings.report(
                        each.place(),
                        each.title() + " needs '" + each.to() + "', and so its package '"
                                + each.from().packageName() + "' and '"
                                + each.to().packageName() + "' need each other",
                        "move what both need to a package of its own"));
    }
}
