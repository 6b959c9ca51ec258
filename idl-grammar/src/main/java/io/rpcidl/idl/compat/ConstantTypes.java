package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A constant keeps its type. */
final class ConstantTypes implements Rule<ConstantPair> {

    @Override
    public void check(ConstantPair pair, Findings findings) {
        String old = TypeText.of(pair.before().type());
        String now = TypeText.of(pair.after().type());
        if (!old.equals(now)) {
            findings.add(
                    Code.CONSTANT_TYPE_CHANGED,
                    pair.place(),
                    "the constant '" + pair.place().name() + "' is '" + now + "', it was '" + old + "'",
                    "keep the type, and add another constant");
        }
    }
}
