package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A type stays, or becomes one that says the same on the wire. */
final class TypesOfValues implements Rule<TypeUse> {

    private final TypePairs pairs;

    TypesOfValues(TypePairs pairs) {
        this.pairs = pairs;
    }

    @Override
    public void check(TypeUse use, Findings findings) {
        for (TypeStep step : use.steps()) {
            if (TypeChange.of(step, pairs) == TypeChange.OTHER) {
                findings.add(
                        Code.TYPE_CHANGED,
                        use.place(),
                        use.what() + " " + TypeWords.change(step),
                        "keep the type, and add something new beside it");
            }
        }
    }
}
