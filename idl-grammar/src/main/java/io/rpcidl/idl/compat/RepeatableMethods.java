package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A method that may be repeated stays so: old clients repeat it. */
final class RepeatableMethods implements Rule<MethodPair> {

    @Override
    public void check(MethodPair pair, Findings findings) {
        if (pair.mayRepeatBefore() && !pair.mayRepeatAfter()) {
            findings.add(
                    Code.REPEATABLE_DROPPED,
                    pair.place(),
                    "the method '" + pair.place().name() + "' may no longer be repeated, and old clients repeat it",
                    "keep @readonly or @idempotent, or add another method");
        }
    }
}
