package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.TypeRef;
import java.util.Set;

/** An amount of money is no floating-point number, which cannot hold a tenth. */
final class FloatsAsMoney implements LintRule {

    private static final Set<String> WORDS = Set.of(
            "price", "fee", "fees", "salary", "balance", "payment", "amount", "revenue", "money", "refund", "wage");

    @Override
    public Code code() {
        return Code.LINT_FLOAT_AS_MONEY;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.uses()
                .filter(use -> use.isData() && WORDS.contains(use.words().last()))
                .filter(use -> isFloat(Types.base(contract.schema(), use.type())))
                .forEach(use -> findings.report(
                        use.place(),
                        use.title() + " of type '" + use.type().plain() + "' sounds like an amount of money",
                        "use 'decimal', which is exact"));
    }

    private static boolean isFloat(TypeRef type) {
        return type == Builtin.FLOAT32 || type == Builtin.FLOAT64;
    }
}
