package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** Older names go on being read. */
final class DroppedAliases implements Rule<NamePair> {

    @Override
    public void check(NamePair pair, Findings findings) {
        for (String alias : pair.before().aliases()) {
            if (!pair.after().reads(alias)) {
                findings.add(
                        Code.ALIAS_DROPPED,
                        pair.place(),
                        "the " + pair.noun() + " '" + pair.place().name() + "' no longer reads '" + alias + "'",
                        "keep @alias(\"" + alias + "\") until no program writes it any more");
            }
        }
    }
}
