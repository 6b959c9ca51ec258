package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Builtin;
import java.util.Set;

/** What is called a state, a mode or a kind is an enum: a bool has no name for its two values, and no room for a third. */
final class BoolStates implements LintRule {

    private static final Set<String> WORDS = Set.of(
            "status", "state", "mode", "kind", "type", "level", "phase", "stage", "category", "role", "direction");

    @Override
    public Code code() {
        return Code.LINT_BOOL_AS_STATE;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.uses()
                .filter(use -> use.isData() && WORDS.contains(use.words().last()) && !isQuestion(use.words()))
                .filter(use -> Types.base(contract.schema(), use.type()) == Builtin.BOOL)
                .forEach(use -> findings.report(
                        use.place(),
                        use.title() + " is a bool that sounds like an enum",
                        "use an enum, whose members have names"));
    }

    private static boolean isQuestion(Words words) {
        return words.size() > 1
                && Set.of("is", "has", "include", "use", "show", "ignore", "keep")
                        .contains(words.first());
    }
}
