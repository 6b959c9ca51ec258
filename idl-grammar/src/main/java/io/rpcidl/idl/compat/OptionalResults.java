package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A result that is always there stays so: old clients require it. */
final class OptionalResults implements Rule<MethodPair> {

    @Override
    public void check(MethodPair pair, Findings findings) {
        if (!pair.optionalBefore() && pair.optionalAfter()) {
            findings.add(
                    Code.RESULT_OPTIONAL,
                    pair.place(),
                    "the result of '" + pair.place().name() + "' may be absent, and old clients require it",
                    "keep it required, and add another method whose result may be absent");
        }
    }
}
