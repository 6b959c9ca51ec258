package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A name on the wire that changes and is still read: old programs do not read the new one. */
final class AliasedNames implements Rule<NamePair> {

    @Override
    public void check(NamePair pair, Findings findings) {
        String old = pair.before().wireName();
        String now = pair.after().wireName();
        if (!now.equals(old) && pair.after().reads(old) && !pair.before().reads(now)) {
            findings.add(
                    Code.RENAMED_WITH_ALIAS,
                    pair.place(),
                    "old programs do not read the " + pair.noun() + " '"
                            + pair.place().name() + "' as '" + now + "', it was '" + old + "'",
                    "upgrade every program that reads it first, or keep the name with @wire(\"" + old + "\")");
        }
    }
}
