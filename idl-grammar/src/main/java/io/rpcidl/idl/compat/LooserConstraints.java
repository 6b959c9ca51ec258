package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A constraint that allows more: old programs refuse what is new. */
final class LooserConstraints implements Rule<TypeUse> {

    @Override
    public void check(TypeUse use, Findings findings) {
        for (TypeStep step : use.steps()) {
            for (ConstraintChange change : ConstraintChange.of(step)) {
                if (!change.tighter() && change.looser()) {
                    findings.add(
                            Code.CONSTRAINT_LOOSENED,
                            use.place(),
                            use.what() + " allows more: it " + change.text(),
                            use.use().readersFirst());
                }
            }
        }
    }
}
