package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A parameter that is required stays so, as long as old servers require it. */
final class OptionalParameters implements Rule<FieldPair> {

    @Override
    public void check(FieldPair pair, Findings findings) {
        if (PresenceChange.of(pair) == PresenceChange.OPTIONAL_PARAMETER) {
            findings.add(
                    Code.PARAMETER_OPTIONAL,
                    pair.place(),
                    "the parameter '" + pair.place().name() + "' is optional, and old servers require it",
                    Use.REQUEST.readersFirst() + "; to change no program, keep it required");
        }
    }
}
