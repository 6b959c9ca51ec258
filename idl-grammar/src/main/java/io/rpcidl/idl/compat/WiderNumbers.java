package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A number that becomes wider: old programs refuse what only the new type can hold. */
final class WiderNumbers implements Rule<TypeUse> {

    private final TypePairs pairs;

    WiderNumbers(TypePairs pairs) {
        this.pairs = pairs;
    }

    @Override
    public void check(TypeUse use, Findings findings) {
        for (TypeStep step : use.steps()) {
            if (TypeChange.of(step, pairs) == TypeChange.WIDENED) {
                findings.add(
                        Code.TYPE_WIDENED,
                        use.place(),
                        use.what() + " " + TypeWords.change(step),
                        use.use().readersFirst() + "; programs in Java change their types");
            }
        }
    }
}
