package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** A method has at most seven parameters: more belong together. */
final class ManyParameters implements LintRule {

    private static final int MOST = 7;

    @Override
    public Code code() {
        return Code.LINT_MANY_PARAMETERS;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.methods()
                .filter(method -> method.parameters().size() > MOST)
                .forEach(method -> findings.report(
                        method,
                        "method '" + method.name() + "' has "
                                + method.parameters().size() + " parameters, more than " + MOST,
                        "move those that belong together to a struct"));
    }
}
