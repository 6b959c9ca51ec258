package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Builtin;

/**
 * An id of type {@code int64} is a string in JSON: JavaScript's numbers are exact up to 2^53 only, and ids, other than counts, use
 * all their bits.
 */
final class Int64Ids implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_INT64_ID;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.uses()
                .filter(use -> use.isData() && isId(use.words()))
                .filter(use -> Types.layers(use.type()).stream().anyMatch(each -> each.type() == Builtin.INT64))
                .forEach(use -> findings.report(
                        use.place(),
                        "a browser loses digits of " + use.title() + ", as it is an int64",
                        "write int64 @encode(\"string\")"));
    }

    private static boolean isId(Words words) {
        return words.endWith("id") || words.endWith("ids");
    }
}
