package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Method;

/** A method stays: old clients call it. */
final class RemovedMethods implements Rule<LostMethods> {

    @Override
    public void check(LostMethods lost, Findings findings) {
        for (Method each : lost.methods()) {
            Place place = lost.place().removed(each.name(), each);
            findings.add(
                    Code.METHOD_REMOVED,
                    place,
                    "the method '" + place.name() + "' is gone, and old clients call it",
                    "mark it @deprecated first, and remove it when no client calls it");
        }
    }
}
