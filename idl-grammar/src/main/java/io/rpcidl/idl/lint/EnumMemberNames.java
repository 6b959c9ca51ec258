package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** Enum members are in UPPER_SNAKE_CASE. */
final class EnumMemberNames implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_ENUM_MEMBER_NAME;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        Naming.UPPER_SNAKE_CASE.check(contract.labels(Kind.ENUM_MEMBER), findings);
    }
}
