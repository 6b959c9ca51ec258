package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** Methods are in camelCase. */
final class MethodNames implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_METHOD_NAME;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        Naming.CAMEL_CASE.check(contract.labels(Kind.METHOD), findings);
    }
}
