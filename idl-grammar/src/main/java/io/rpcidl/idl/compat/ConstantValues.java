package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A constant keeps its value: it is compiled into programs. */
final class ConstantValues implements Rule<ConstantPair> {

    @Override
    public void check(ConstantPair pair, Findings findings) {
        String old = ValueText.of(pair.before().value());
        String now = ValueText.of(pair.after().value());
        if (!old.equals(now)) {
            findings.add(
                    Code.CONSTANT_CHANGED,
                    pair.place(),
                    "the constant '" + pair.place().name() + "' is " + ValueText.cut(now) + ", it was "
                            + ValueText.cut(old),
                    "old programs go on with the old value; say so in the release notes");
        }
    }
}
