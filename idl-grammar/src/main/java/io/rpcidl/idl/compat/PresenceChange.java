package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Presence;

/** What it means that a field or a parameter goes over from one presence to another. */
enum PresenceChange {
    /** Nothing breaks. */
    NONE,
    /** Programs refuse each other's values. */
    JUMP,
    /** Fine if every program has taken the step before. */
    STEP,
    /** Fine on the wire; what programs get is never null, where it could be. */
    JAVA,
    /** Old programs fill in the default where new ones leave the value out. */
    DEFAULT_DROPPED,
    /** A parameter that new clients may leave out and old servers require. */
    OPTIONAL_PARAMETER,
    /** A parameter that is no longer one of those that every call passes. */
    DEFAULTED_PARAMETER;

    /** By the old presence and the new one, each in the order of {@link Presence}. */
    private static final PresenceChange[][] OF_FIELDS = {
        {NONE, STEP, JUMP, NONE},
        {STEP, NONE, STEP, JAVA},
        {JUMP, STEP, NONE, JAVA},
        {JUMP, DEFAULT_DROPPED, DEFAULT_DROPPED, NONE},
    };

    static PresenceChange of(FieldPair pair) {
        Presence before = pair.before().presence();
        Presence after = pair.after().presence();
        if (pair.noun() == Noun.PARAMETER && before == Presence.REQUIRED && after != Presence.REQUIRED) {
            return after == Presence.DEFAULTED ? DEFAULTED_PARAMETER : OPTIONAL_PARAMETER;
        }
        return OF_FIELDS[before.ordinal()][after.ordinal()];
    }
}
