package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A name on the wire stays, or is still read. */
final class WireNames implements Rule<NamePair> {

    @Override
    public void check(NamePair pair, Findings findings) {
        String old = pair.before().wireName();
        if (!pair.after().reads(old)) {
            findings.add(
                    Code.WIRE_NAME_CHANGED,
                    pair.place(),
                    "the " + pair.noun() + " '" + pair.place().name() + "' is '"
                            + pair.after().wireName() + "' on the wire, it was '" + old + "'",
                    "keep the name with @wire(\"" + old + "\"), or take the old one too with @alias(\"" + old + "\")");
        }
    }
}
