package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/**
 * An allowance is needed: one that lets nothing pass hides the next finding. The last rule, as it must know what the others found;
 * of rules that are off nothing is said.
 */
final class UnusedAllowances implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_UNUSED_ALLOWANCE;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        findings.unusedAllowances().stream()
                .filter(each -> !each.code().equals(code().id()))
                .forEach(each ->
                        findings.report(each.span(), "nothing here needs an allowance of " + each.code(), "remove it"));
    }
}
