package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** How parameters are written stays: our programs read both forms, others may not. */
final class PositionalMethods implements Rule<MethodPair> {

    @Override
    public void check(MethodPair pair, Findings findings) {
        if (pair.before().traits().positional() != pair.after().traits().positional()) {
            findings.add(
                    Code.POSITIONAL_CHANGED,
                    pair.place(),
                    "the method '" + pair.place().name() + "' passes parameters by "
                            + (pair.after().traits().positional()
                                    ? "position, it was by name"
                                    : "name, it was by position"),
                    "generated programs read both forms; make sure that all others do");
        }
    }
}
