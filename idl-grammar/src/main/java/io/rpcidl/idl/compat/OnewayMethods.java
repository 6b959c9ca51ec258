package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A method goes on being answered, or not being answered. */
final class OnewayMethods implements Rule<MethodPair> {

    @Override
    public void check(MethodPair pair, Findings findings) {
        if (pair.before().oneway() != pair.after().oneway()) {
            findings.add(
                    Code.ONEWAY_CHANGED,
                    pair.place(),
                    "the method '" + pair.place().name() + "' is "
                            + (pair.after().oneway()
                                    ? "oneway, and old clients wait for an answer"
                                    : "answered, and it was oneway"),
                    "keep the method, and add another one");
        }
    }
}
