package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Builtin;

/** Types say what they hold: {@code any} is checked by no one. */
final class AnyTypes implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_ANY;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.uses()
                .filter(use -> Types.layers(use.type()).stream().anyMatch(each -> each.type() == Builtin.ANY))
                .forEach(use -> findings.report(
                        use.place(),
                        use.title() + " is of type 'any', which no one checks",
                        "use a struct, or a union of what it may be"));
    }
}
