package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import java.util.Set;

/**
 * The name of an error says what happened, not that it is an error: {@code ProductNotFound}. Generated code adds what its language
 * asks for.
 */
final class ErrorNames implements LintRule {

    private static final Set<String> WORDS = Set.of("exception", "error");

    @Override
    public Code code() {
        return Code.LINT_ERROR_NAME;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.labels(Kind.ERROR)
                .filter(each -> WORDS.contains(each.words().last()))
                .forEach(each -> findings.report(
                        each.place(), each.title() + " repeats in its name that it is one", help(each)));
    }

    /** One word alone would not say what happened. */
    private static String help(Label error) {
        String last = error.words().last();
        return error.words().size() > 2
                ? error.rename(error.name().substring(0, error.name().length() - last.length()))
                : error.renameFreely();
    }
}
