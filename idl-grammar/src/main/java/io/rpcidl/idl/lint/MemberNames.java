package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** Fields, parameters and union members are in camelCase. */
final class MemberNames implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_MEMBER_NAME;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        Naming.CAMEL_CASE.check(contract.labels(Kind.FIELD, Kind.PARAMETER, Kind.UNION_MEMBER), findings);
    }
}
