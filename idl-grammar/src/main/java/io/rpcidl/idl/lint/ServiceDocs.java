package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** A service says in a doc comment what it is for. */
final class ServiceDocs implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_SERVICE_DOC;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.services()
                .filter(each -> each.doc().isBlank())
                .forEach(each -> findings.report(
                        each,
                        "service '" + each.name().simpleName() + "' has no doc comment",
                        "say in /** ... */ before it what it is for"));
    }
}
