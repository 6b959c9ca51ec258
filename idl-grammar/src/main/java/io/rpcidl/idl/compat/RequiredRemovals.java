package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Presence;

/** What old programs require stays. */
final class RequiredRemovals implements Rule<FieldSet> {

    @Override
    public void check(FieldSet set, Findings findings) {
        for (Named<Field> each : set.fields().removed()) {
            if (each.of().presence() != Presence.REQUIRED) {
                continue;
            }
            boolean field = set.noun() == Noun.FIELD;
            Place place = set.place().removed(each.name(), each.of());
            findings.add(
                    field ? Code.REQUIRED_FIELD_REMOVED : Code.REQUIRED_PARAMETER_REMOVED,
                    place,
                    "the " + set.noun() + " '" + place.name() + "' is gone, and old programs require it",
                    field
                            ? "make it 'rollout' first, then optional, and remove it when every program knows that"
                            : "make it optional with '?', and remove it when every server knows that");
        }
    }
}
