package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A member of a union keeps its payload, or stays without one. */
final class Payloads implements Rule<CasePair> {

    @Override
    public void check(CasePair pair, Findings findings) {
        if (EmptyPayload.changes(pair) && !EmptyPayload.fits(pair)) {
            boolean now = pair.after().type().isPresent();
            findings.add(
                    Code.PAYLOAD_CHANGED,
                    pair.place(),
                    "the member '" + pair.place().name() + "' has "
                            + (now
                                    ? "a payload, and old programs send none"
                                    : "no payload, and old programs require one"),
                    now ? "add another member, or make every field of the payload optional" : "add another member");
        }
    }
}
