package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** Why a method may be repeated stays: servers and clients go by it. */
final class RepeatReasons implements Rule<MethodPair> {

    @Override
    public void check(MethodPair pair, Findings findings) {
        String before = pair.repeatBefore();
        String after = pair.repeatAfter();
        if (!before.equals(after) && (pair.mayRepeatAfter() || !pair.mayRepeatBefore())) {
            findings.add(
                    Code.REPEATABLE_CHANGED,
                    pair.place(),
                    "the method '" + pair.place().name() + "' is " + after + ", it was " + before,
                    "upgrade servers before clients, so that no client repeats what an old server does twice");
        }
    }
}
