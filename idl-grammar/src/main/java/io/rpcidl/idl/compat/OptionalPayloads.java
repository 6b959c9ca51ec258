package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A payload that may be empty is the same on the wire as none, but not in Java. */
final class OptionalPayloads implements Rule<CasePair> {

    @Override
    public void check(CasePair pair, Findings findings) {
        if (EmptyPayload.changes(pair) && EmptyPayload.fits(pair)) {
            findings.add(
                    Code.PAYLOAD_OPTIONAL,
                    pair.place(),
                    "the member '" + pair.place().name() + "' has "
                            + (pair.after().type().isPresent() ? "a payload" : "no payload") + " in Java now",
                    "add another member, or change the programs that use it");
        }
    }
}
