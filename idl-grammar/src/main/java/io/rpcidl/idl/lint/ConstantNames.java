package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** Constants are in UPPER_SNAKE_CASE. */
final class ConstantNames implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_CONSTANT_NAME;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        Naming.UPPER_SNAKE_CASE.check(contract.labels(Kind.CONSTANT), findings);
    }
}
