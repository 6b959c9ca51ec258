package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** A method says in a doc comment what it does. */
final class MethodDocs implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_METHOD_DOC;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.methods()
                .filter(each -> each.doc().isBlank())
                .forEach(each -> findings.report(
                        each,
                        "method '" + each.name() + "' has no doc comment",
                        "say in /** ... */ before it what it does, and when it fails"));
    }
}
