package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Presence;

/** What is new is not required: nobody sends it yet. */
final class RequiredAdditions implements Rule<FieldSet> {

    @Override
    public void check(FieldSet set, Findings findings) {
        for (Named<Field> each : set.fields().added()) {
            if (each.of().presence() != Presence.REQUIRED) {
                continue;
            }
            boolean field = set.noun() == Noun.FIELD;
            Place place = set.place().added(each.name(), each.of());
            findings.add(
                    field ? Code.REQUIRED_FIELD_ADDED : Code.REQUIRED_PARAMETER_ADDED,
                    place,
                    "the new " + set.noun() + " '" + place.name() + "' is required, and old programs do not send it",
                    "give it a default, or make it optional with '?'" + (field ? ", or 'rollout'" : ""));
        }
    }
}
