package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** A service has methods, its own or those of another service that it extends. */
final class EmptyServices implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_EMPTY_SERVICE;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.services()
                .filter(each -> each.methods().isEmpty() && each.parents().isEmpty())
                .forEach(each -> findings.report(
                        each,
                        "service '" + each.name().simpleName() + "' has no methods",
                        "add one, or remove the service"));
    }
}
