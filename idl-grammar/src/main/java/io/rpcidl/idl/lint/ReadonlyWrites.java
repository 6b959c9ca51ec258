package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** A method that writes is not marked {@code @readonly}: it would be carried out twice when an answer is lost. */
final class ReadonlyWrites implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_READONLY_WRITES;
    }

    @Override
    public Tier tier() {
        return Tier.MINIMAL;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.methods()
                .filter(method -> method.traits().readonly() && Verbs.write(Words.of(method.name())))
                .forEach(method -> findings.report(
                        method,
                        "method '" + method.name() + "' sounds as if it wrote, but is marked @readonly",
                        "remove @readonly; if repeats are harmless, say @idempotent"));
    }
}
