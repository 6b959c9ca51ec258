package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A type and a newtype of it are the same on the wire, but not in Java. */
final class NewtypesInJava implements Rule<TypeUse> {

    private final TypePairs pairs;

    NewtypesInJava(TypePairs pairs) {
        this.pairs = pairs;
    }

    @Override
    public void check(TypeUse use, Findings findings) {
        for (TypeStep step : use.steps()) {
            if (step.newtype() && TypeChange.of(step, pairs) == TypeChange.NONE) {
                findings.add(
                        Code.NEWTYPE_CHANGED,
                        use.place(),
                        use.what() + " is of another type in Java, with the same text on the wire",
                        "keep the type, or change the programs that use it");
            }
        }
    }
}
