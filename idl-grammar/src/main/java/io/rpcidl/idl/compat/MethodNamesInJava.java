package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A method keeps its name in the contract too. */
final class MethodNamesInJava implements Rule<MethodPair> {

    @Override
    public void check(MethodPair pair, Findings findings) {
        if (!pair.after().name().equals(pair.before().name())
                && pair.after().wireName().equals(pair.before().wireName())) {
            findings.add(
                    Code.METHOD_RENAMED,
                    pair.place(),
                    "the method '" + pair.before().name() + "' is called '"
                            + pair.place().name() + "' now",
                    "keep its name, or change the programs that use it");
        }
    }
}
