package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A method stays variadic, or stays without that. */
final class VariadicMethods implements Rule<MethodPair> {

    @Override
    public void check(MethodPair pair, Findings findings) {
        if (pair.before().variadic() != pair.after().variadic()) {
            findings.add(
                    Code.VARIADIC_CHANGED,
                    pair.place(),
                    "the method '" + pair.place().name() + "' is "
                            + (pair.after().variadic() ? "variadic, it was not" : "not variadic, it was"),
                    "keep the method, and add another one");
        }
    }
}
