package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A service keeps its name on the wire. */
final class ServiceWireNames implements Rule<ServicePair> {

    @Override
    public void check(ServicePair pair, Findings findings) {
        String old = pair.before().wireName();
        String now = pair.after().wireName();
        if (!old.equals(now)) {
            findings.add(
                    Code.SERVICE_WIRE_NAME_CHANGED,
                    pair.place(),
                    "the service '" + pair.place().name() + "' is '" + now + "' on the wire, it was '" + old + "'",
                    "keep the name with @wire(\"" + old + "\"), or serve both for a while");
        }
    }
}
