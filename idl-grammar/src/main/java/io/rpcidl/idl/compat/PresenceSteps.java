package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A step between required and optional comes after the one before. */
final class PresenceSteps implements Rule<FieldPair> {

    @Override
    public void check(FieldPair pair, Findings findings) {
        if (PresenceChange.of(pair) == PresenceChange.STEP) {
            findings.add(
                    Code.PRESENCE_STEP,
                    pair.place(),
                    "the field '" + pair.place().name() + "' is "
                            + PresenceWords.of(pair.after().presence()) + ", it was "
                            + PresenceWords.of(pair.before().presence()),
                    "this is right once every program has been built from the old contract");
        }
    }
}
