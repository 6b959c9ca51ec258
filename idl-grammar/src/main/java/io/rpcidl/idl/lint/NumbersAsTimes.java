package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.TypeRef;
import java.util.Set;

/** A point in time is a {@code timestamp} or a {@code date}: a number does not say what it counts since when. */
final class NumbersAsTimes implements LintRule {

    private static final Set<Builtin> NUMBERS = Set.of(Builtin.INT64, Builtin.FLOAT64, Builtin.DECIMAL, Builtin.BIGINT);

    @Override
    public Code code() {
        return Code.LINT_NUMBER_AS_TIME;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.uses()
                .filter(Use::isData)
                .filter(use -> isTime(use, contract.schema()))
                .forEach(use -> findings.report(
                        use.place(),
                        use.title() + " of type '" + use.type().plain() + "' sounds like a point in time",
                        "use 'timestamp' for an instant, 'date' for a day, 'duration' for a length of time"));
    }

    private static boolean isTime(Use use, Schema schema) {
        TypeRef base = Types.base(schema, use.type());
        Words words = use.words();
        boolean number = base == Builtin.INT32 || NUMBERS.contains(base);
        boolean text = base == Builtin.STRING && words.endWith("timestamp");
        return ((number || text) && TimeWords.isPoint(words)) || (NUMBERS.contains(base) && TimeWords.isEvent(words));
    }
}
