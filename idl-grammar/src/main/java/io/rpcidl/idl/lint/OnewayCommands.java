package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** A command is answered: a {@code oneway} method is for what may get lost. */
final class OnewayCommands implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_ONEWAY_COMMAND;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.methods()
                .filter(method -> method.oneway() && Verbs.write(Words.of(method.name())))
                .forEach(method -> findings.report(
                        method,
                        "method '" + method.name()
                                + "' sounds like a command, but no one learns whether it was carried out",
                        "remove 'oneway'; the answer may be empty"));
    }
}
