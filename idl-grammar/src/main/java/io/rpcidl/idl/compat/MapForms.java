package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A map stays an object, or a list of entries, on the wire. */
final class MapForms implements Rule<TypeUse> {

    private final TypePairs pairs;

    MapForms(TypePairs pairs) {
        this.pairs = pairs;
    }

    @Override
    public void check(TypeUse use, Findings findings) {
        for (TypeStep step : use.steps()) {
            if (TypeChange.of(step, pairs) == TypeChange.ENTRIES) {
                findings.add(
                        Code.ENTRIES_CHANGED,
                        use.place(),
                        use.what() + " " + TypeWords.change(step),
                        "keep the form, and add something new beside it");
            }
        }
    }
}
