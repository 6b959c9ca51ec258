package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A required parameter is one of those that every call passes, and stays so. */
final class DefaultedParameters implements Rule<FieldPair> {

    @Override
    public void check(FieldPair pair, Findings findings) {
        if (PresenceChange.of(pair) == PresenceChange.DEFAULTED_PARAMETER) {
            findings.add(
                    Code.PARAMETER_DEFAULTED,
                    pair.place(),
                    "the parameter '" + pair.place().name() + "' has a default, and the call that passes only what is "
                            + "required loses it",
                    "keep it required, or add another method");
        }
    }
}
