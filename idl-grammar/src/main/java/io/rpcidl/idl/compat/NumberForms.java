package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A number stays a number, or a string, on the wire: our programs read both, others may not. */
final class NumberForms implements Rule<TypeUse> {

    private final TypePairs pairs;

    NumberForms(TypePairs pairs) {
        this.pairs = pairs;
    }

    @Override
    public void check(TypeUse use, Findings findings) {
        for (TypeStep step : use.steps()) {
            if (TypeChange.of(step, pairs) == TypeChange.ENCODING) {
                findings.add(
                        Code.ENCODING_CHANGED,
                        use.place(),
                        use.what() + " " + TypeWords.change(step),
                        "generated programs read both forms; make sure that all others do");
            }
        }
    }
}
