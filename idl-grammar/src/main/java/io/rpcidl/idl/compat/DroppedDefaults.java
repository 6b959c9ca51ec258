package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A default stays: old programs go on filling it in. */
final class DroppedDefaults implements Rule<FieldPair> {

    @Override
    public void check(FieldPair pair, Findings findings) {
        if (PresenceChange.of(pair) == PresenceChange.DEFAULT_DROPPED) {
            String value = pair.before().defaultValue().map(ValueText::shown).orElse("");
            findings.add(
                    Code.DEFAULT_DROPPED,
                    pair.place(),
                    "the " + pair.noun() + " '" + pair.place().name() + "' has no default any more, and old programs "
                            + "take " + value + " where it is absent",
                    "keep the default, or make sure that absent and " + value + " mean the same");
        }
    }
}
