package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Builtin;
import java.util.Set;

/** A length of time is a {@code duration}: a number does not say of what. */
final class NumbersAsDurations implements LintRule {

    private static final Set<Builtin> NUMBERS =
            Set.of(Builtin.INT32, Builtin.INT64, Builtin.FLOAT32, Builtin.FLOAT64, Builtin.DECIMAL);

    @Override
    public Code code() {
        return Code.LINT_NUMBER_AS_DURATION;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.uses()
                .filter(Use::isData)
                .filter(use ->
                        NUMBERS.contains(Types.base(contract.schema(), use.type())) && TimeWords.isLength(use.words()))
                .forEach(use -> findings.report(
                        use.place(),
                        use.title() + " of type '" + use.type().plain() + "' sounds like a length of time",
                        "use 'duration'"));
    }
}
