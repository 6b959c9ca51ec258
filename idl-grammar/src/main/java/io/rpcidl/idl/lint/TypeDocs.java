package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** A type says in a doc comment what it is. */
final class TypeDocs implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_TYPE_DOC;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.types()
                .filter(each -> each.doc().isBlank())
                .forEach(each -> findings.report(
                        each,
                        Kind.of(each) + " '" + each.name().simpleName() + "' has no doc comment",
                        "say in /** ... */ before it what it is"));
    }
}
