package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Builtin;

/** A UUID is a {@code uuid}: a string takes anything. */
final class StringsAsUuids implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_STRING_AS_UUID;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.uses()
                .filter(use -> use.isData() && isUuid(use.words()))
                .filter(use ->
                        use.type().plain() == Builtin.STRING || (use.kind() == Kind.NEWTYPE && isText(use, contract)))
                .forEach(use -> findings.report(
                        use.place(),
                        use.title() + " is a string, not a 'uuid'",
                        "use 'uuid', which is checked when it is read"));
    }

    private static boolean isText(Use use, Contract contract) {
        return Types.base(contract.schema(), use.type()) == Builtin.STRING;
    }

    private static boolean isUuid(Words words) {
        return words.endWith("uuid") || words.endWith("guid");
    }
}
