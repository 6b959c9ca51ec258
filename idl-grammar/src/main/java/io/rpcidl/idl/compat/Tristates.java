package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** Whether {@code null} means something stays as it is. */
final class Tristates implements Rule<FieldPair> {

    @Override
    public void check(FieldPair pair, Findings findings) {
        boolean now = pair.after().traits().tristate();
        if (now != pair.before().traits().tristate()) {
            findings.add(
                    Code.TRISTATE_CHANGED,
                    pair.place(),
                    "the field '" + pair.place().name() + "' "
                            + (now
                                    ? "tells absent from null, and old programs do not"
                                    : "does not tell absent from null, and old programs do"),
                    (now ? "leave @tristate out" : "keep @tristate") + ", or add another field");
        }
    }
}
