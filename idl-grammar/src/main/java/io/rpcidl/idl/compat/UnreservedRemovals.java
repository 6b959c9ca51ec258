package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Presence;

/** The name of a removed field is reserved, so that nobody gives it another meaning. */
final class UnreservedRemovals implements Rule<FieldSet> {

    @Override
    public void check(FieldSet set, Findings findings) {
        for (Named<Field> each : set.fields().removed()) {
            boolean mine = set.noun() == Noun.FIELD && each.of().presence() != Presence.REQUIRED;
            if (mine && !set.reserved().contains(each.wireName())) {
                Place place = set.place().removed(each.name(), each.of());
                findings.add(
                        Code.FIELD_REMOVED,
                        place,
                        "the field '" + place.name() + "' is gone and its name is free",
                        "add reserved \"" + each.wireName() + "\", so that it never means something else");
            }
        }
    }
}
