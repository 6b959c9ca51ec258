package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Presence;

/** Parameters that may be absent stay, as programs set them. */
final class RemovedParameters implements Rule<FieldSet> {

    @Override
    public void check(FieldSet set, Findings findings) {
        for (Named<Field> each : set.fields().removed()) {
            if (set.noun() == Noun.PARAMETER && each.of().presence() != Presence.REQUIRED) {
                Place place = set.place().removed(each.name(), each.of());
                findings.add(
                        Code.PARAMETER_REMOVED,
                        place,
                        "the parameter '" + place.name() + "' is gone",
                        "mark it @deprecated first, and remove it when no program uses it");
            }
        }
    }
}
