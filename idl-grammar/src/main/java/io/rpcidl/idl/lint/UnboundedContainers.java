package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** Lists, sets and maps in a request say how many elements they may have. */
final class UnboundedContainers implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_UNBOUNDED_CONTAINER;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        new Requests(contract)
                .uses()
                .filter(use -> Types.layers(use.type()).stream().anyMatch(UnboundedContainers::isUnbounded))
                .forEach(use -> findings.report(
                        use.place(),
                        use.title() + " of a request holds a container of any size",
                        "say how many elements there may be, as in @size(..1000)"));
    }

    private static boolean isUnbounded(Types.Layer layer) {
        return Types.isContainer(layer.type()) && !Requests.isBounded(layer);
    }
}
