package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** What could be null to programs stays so. */
final class PresenceInJava implements Rule<FieldPair> {

    @Override
    public void check(FieldPair pair, Findings findings) {
        if (PresenceChange.of(pair) == PresenceChange.JAVA) {
            findings.add(
                    Code.PRESENCE_IN_JAVA,
                    pair.place(),
                    "the " + pair.noun() + " '" + pair.place().name() + "' has a default, and programs no longer see "
                            + "whether it was absent",
                    "keep it optional if that matters");
        }
    }
}
