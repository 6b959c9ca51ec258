package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Builtin;

/** A method answers with a bool only if its name is a question: of {@code delete(): bool} no one knows what false means. */
final class BareBools implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_BARE_BOOL;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.methods()
                .filter(method -> !method.responseStream()
                        && method.result()
                                .filter(each -> Types.base(contract.schema(), each) == Builtin.BOOL)
                                .isPresent()
                        && !Verbs.ask(Words.of(method.name())))
                .forEach(method -> findings.report(
                        method,
                        "method '" + method.name() + "' answers with a bool that has no name",
                        "answer with a struct whose fields say what happened, or with nothing and an error"));
    }
}
