package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Service;

/** A service goes on extending what it extends: programs pass it where the other one is expected. */
final class RemovedParents implements Rule<LostMethods> {

    @Override
    public void check(LostMethods lost, Findings findings) {
        for (Service each : lost.parents()) {
            String name = each.name().simpleName();
            findings.add(
                    Code.PARENT_REMOVED,
                    lost.place(),
                    "the service '" + lost.place().name() + "' no longer extends '" + name + "'",
                    "extend it again, or change the programs that use one for the other");
        }
    }
}
