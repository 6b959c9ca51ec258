package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/**
 * No name is a reserved word of a language that code is made for, or a method that every object of it has: generated code must
 * call it otherwise, and in each language in its own way.
 */
final class ReservedNames implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_RESERVED_WORD;
    }

    @Override
    public Tier tier() {
        return Tier.MINIMAL;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.labels().forEach(label -> {
            String takers = ReservedWords.takers(label.name(), label.kind());
            if (!takers.isEmpty()) {
                findings.report(
                        label.place(),
                        label.title() + " has a name that " + takers + " cannot use",
                        label.renameFreely());
            }
        });
    }
}
