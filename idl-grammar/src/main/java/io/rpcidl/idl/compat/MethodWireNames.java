package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A method keeps its name on the wire: there are no aliases for methods. */
final class MethodWireNames implements Rule<MethodPair> {

    @Override
    public void check(MethodPair pair, Findings findings) {
        if (!pair.after().wireName().equals(pair.before().wireName())) {
            findings.add(
                    Code.METHOD_WIRE_NAME_CHANGED,
                    pair.place(),
                    "the method '" + pair.place().name() + "' is '"
                            + pair.after().wireName() + "' on the wire, it was '"
                            + pair.before().wireName() + "'",
                    "keep the name with @wire(\"" + pair.before().wireName() + "\")");
        }
    }
}
