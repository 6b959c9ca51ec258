package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A doc comment is finished: it is printed into the docs and the code of others. */
final class UnfinishedDocs implements LintRule {

    private static final Pattern MARK = Pattern.compile("\\b(TODO|FIXME|XXX|TBD)\\b");

    @Override
    public Code code() {
        return Code.LINT_UNFINISHED_DOC;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.labels().forEach(each -> {
            Matcher mark = MARK.matcher(each.place().doc());
            if (mark.find()) {
                findings.report(
                        each.place(),
                        "the doc comment of " + each.title() + " has a '" + mark.group() + "'",
                        "finish it, or use a // comment, which is for the authors alone");
            }
        });
    }
}
