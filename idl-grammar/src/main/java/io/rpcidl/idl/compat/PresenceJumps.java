package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Presence;

/** No step is left out between required and optional. */
final class PresenceJumps implements Rule<FieldPair> {

    @Override
    public void check(FieldPair pair, Findings findings) {
        if (PresenceChange.of(pair) != PresenceChange.JUMP) {
            return;
        }
        boolean required = pair.after().presence() == Presence.REQUIRED;
        String what = "the " + pair.noun() + " '" + pair.place().name() + "' is ";
        String help = "make it 'rollout' first, and take the next step when every program has taken this one";
        findings.add(
                Code.PRESENCE_CHANGED,
                pair.place(),
                what
                        + (required
                                ? "required, and old programs may leave it out"
                                : "optional, and old programs require it"),
                pair.noun() == Noun.FIELD ? help : "leave it as it was, or add another parameter");
    }
}
