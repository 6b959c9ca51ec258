package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** A deprecation says what to use instead, or that there is nothing. */
final class DeprecatedReasons implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_DEPRECATED_REASON;
    }

    @Override
    public Tier tier() {
        return Tier.MINIMAL;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.labels()
                .filter(each -> each.place()
                        .notes()
                        .deprecated()
                        .filter(String::isBlank)
                        .isPresent())
                .forEach(each -> findings.report(
                        each.place(),
                        each.title() + " is deprecated without a reason",
                        "say what to use instead: @deprecated(\"use ...\")"));
    }
}
