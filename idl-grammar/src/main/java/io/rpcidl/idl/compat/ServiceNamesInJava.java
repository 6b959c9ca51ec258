package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A service keeps its name in the contract. */
final class ServiceNamesInJava implements Rule<ServicePair> {

    @Override
    public void check(ServicePair pair, Findings findings) {
        if (!pair.before().name().equals(pair.after().name())) {
            findings.add(
                    Code.SERVICE_RENAMED,
                    pair.place(),
                    "the service '" + pair.before().name() + "' is called '"
                            + pair.after().name() + "' now",
                    "keep its name, or change the programs that use it");
        }
    }
}
