package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A result that may be absent becomes required when every server gives it. */
final class RequiredResults implements Rule<MethodPair> {

    @Override
    public void check(MethodPair pair, Findings findings) {
        if (pair.optionalBefore() && !pair.optionalAfter()) {
            findings.add(
                    Code.RESULT_REQUIRED,
                    pair.place(),
                    "the result of '" + pair.place().name() + "' is required, and old servers may leave it out",
                    "upgrade servers before clients");
        }
    }
}
