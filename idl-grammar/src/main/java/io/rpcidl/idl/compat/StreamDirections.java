package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** What is a stream stays one, and nothing becomes one. */
final class StreamDirections implements Rule<MethodPair> {

    @Override
    public void check(MethodPair pair, Findings findings) {
        if (pair.streamsDiffer()) {
            findings.add(
                    Code.STREAM_CHANGED,
                    pair.place(),
                    "the method '" + pair.place().name()
                            + "' takes or gives a stream in one contract and not in the other",
                    "keep the method, and add another one");
        }
    }
}
