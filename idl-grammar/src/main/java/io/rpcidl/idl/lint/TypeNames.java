package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** Types and services are in PascalCase; how acronyms are written is free. */
final class TypeNames implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_TYPE_NAME;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        Naming.PASCAL_CASE.check(
                contract.labels().filter(each -> each.kind().isType() || each.kind() == Kind.SERVICE), findings);
    }
}
