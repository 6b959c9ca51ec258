package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A method keeps its result, or stays without one. */
final class Results implements Rule<MethodPair> {

    @Override
    public void check(MethodPair pair, Findings findings) {
        if (pair.answered()
                && pair.before().result().isPresent() != pair.after().result().isPresent()) {
            findings.add(
                    Code.RESULT_CHANGED,
                    pair.place(),
                    "the method '" + pair.place().name() + "' has "
                            + (pair.after().result().isPresent()
                                    ? "a result, and it had none"
                                    : "no result, and it had one"),
                    "keep the method, and add another one");
        }
    }
}
