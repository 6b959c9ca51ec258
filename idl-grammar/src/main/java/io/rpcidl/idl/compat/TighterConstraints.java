package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A constraint goes on allowing what it allowed: old programs send it. */
final class TighterConstraints implements Rule<TypeUse> {

    @Override
    public void check(TypeUse use, Findings findings) {
        for (TypeStep step : use.steps()) {
            for (ConstraintChange change : ConstraintChange.of(step)) {
                if (change.tighter()) {
                    findings.add(
                            Code.CONSTRAINT_TIGHTENED,
                            use.place(),
                            use.what() + " allows less: it " + change.text(),
                            "keep the constraint, and check what is new in the program");
                }
            }
        }
    }
}
