package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Presence;

/** What messages call a presence. */
final class PresenceWords {

    private PresenceWords() {}

    static String of(Presence presence) {
        return switch (presence) {
            case REQUIRED -> "required";
            case ROLLOUT -> "'rollout'";
            case OPTIONAL -> "optional";
            case DEFAULTED -> "defaulted";
        };
    }
}
