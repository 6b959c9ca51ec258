package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** Containers are at most two deep: what is in the middle of three has no name. */
final class NestedContainers implements LintRule {

    private static final int DEEPEST = 2;

    @Override
    public Code code() {
        return Code.LINT_NESTED_CONTAINER;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.uses()
                .filter(use -> Types.layers(use.type()).stream()
                        .anyMatch(each -> Types.isContainer(each.type()) && each.depth() >= DEEPEST))
                .forEach(use -> findings.report(
                        use.place(),
                        use.title() + " has containers in containers in containers",
                        "give what is in the middle a name: a struct with a field"));
    }
}
