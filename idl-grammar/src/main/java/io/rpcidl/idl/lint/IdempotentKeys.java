package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** A method that creates something is idempotent by a key: without one, two equal orders would be one. */
final class IdempotentKeys implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_IDEMPOTENT_KEY;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.methods()
                .filter(method -> method.traits()
                                .idempotent()
                                .filter(each -> each.key().isEmpty())
                                .isPresent()
                        && Verbs.create(Words.of(method.name())))
                .forEach(method -> findings.report(
                        method,
                        "method '" + method.name()
                                + "' sounds as if it created something each time, but is idempotent without a key",
                        "add a parameter that tells one call from the next: @idempotent(key = \"token\")"));
    }
}
