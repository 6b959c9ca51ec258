package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import java.util.regex.Pattern;

/**
 * What a doc comment calls deprecated is marked as deprecated too, as only then generated code warns. It must begin a
 * paragraph with the word, or have a tag of that name: a text about something else that is deprecated does not count.
 */
final class DeprecatedDocs implements LintRule {

    private static final Pattern DEPRECATED =
            Pattern.compile("(?i)(?:\\A|\\n[ \\t]*\\n)[ \\t]*[*_\\[(]*deprecated\\b|(?:\\A|\\n)[ \\t]*@deprecated\\b");

    @Override
    public Code code() {
        return Code.LINT_DEPRECATED_IN_DOC;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.labels()
                .filter(each -> each.place().notes().deprecated().isEmpty()
                        && DEPRECATED.matcher(each.place().doc()).find())
                .forEach(each -> findings.report(
                        each.place(),
                        each.title() + " is called deprecated by its doc comment alone",
                        "mark it with @deprecated(\"use ...\"), so that generated code warns"));
    }
}
