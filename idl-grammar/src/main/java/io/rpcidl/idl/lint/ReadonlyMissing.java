package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** A method that only reads is marked {@code @readonly}: only then it is repeated when a server is lost. */
final class ReadonlyMissing implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_READONLY_MISSING;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.methods()
                .filter(method -> Verbs.read(Words.of(method.name()))
                        && !method.traits().readonly()
                        && !method.oneway()
                        && method.requestStream().isEmpty())
                .forEach(method -> findings.report(
                        method,
                        "method '" + method.name() + "' sounds as if it only read, and does not say so",
                        "mark it with @readonly, so that it may be repeated when a server is lost"));
    }
}
