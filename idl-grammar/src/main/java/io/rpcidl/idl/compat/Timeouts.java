package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A method keeps the time that callers give it. */
final class Timeouts implements Rule<MethodPair> {

    @Override
    public void check(MethodPair pair, Findings findings) {
        String old = pair.before()
                .traits()
                .timeout()
                .map(each -> "the timeout " + each)
                .orElse("no timeout of its own");
        String now = pair.after()
                .traits()
                .timeout()
                .map(each -> "the timeout " + each)
                .orElse("no timeout of its own");
        if (!pair.before().traits().timeout().equals(pair.after().traits().timeout())) {
            findings.add(
                    Code.TIMEOUT_CHANGED,
                    pair.place(),
                    "the method '" + pair.place().name() + "' has " + now + ", it had " + old,
                    "callers that set none wait for another time; say so in the release notes");
        }
    }
}
