package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** A method answers with a struct rather than with a bare container: that one can never say that there is more, or anything else. */
final class BareContainers implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_BARE_CONTAINER;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.methods()
                .filter(method -> !method.responseStream()
                        && method.result().filter(Types::isContainer).isPresent())
                .forEach(
                        method -> findings.report(
                                method,
                                "method '" + method.name()
                                        + "' answers with a bare container, which can never say more than it holds",
                                "answer with a struct that has a field for it; a later field can say where the next page begins"));
    }
}
