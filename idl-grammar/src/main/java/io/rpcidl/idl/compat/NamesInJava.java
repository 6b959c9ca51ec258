package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A name in the contract that changes while the one on the wire stays. */
final class NamesInJava implements Rule<NamePair> {

    @Override
    public void check(NamePair pair, Findings findings) {
        boolean renamed = !pair.before().name().equals(pair.after().name());
        if (renamed && pair.before().wireName().equals(pair.after().wireName())) {
            findings.add(
                    Code.RENAMED_IN_JAVA,
                    pair.place(),
                    "the " + pair.noun() + " '" + pair.before().name() + "' is called '"
                            + pair.place().name() + "' now",
                    "keep its name, or change the programs that use it");
        }
    }
}
