package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Presence;

/** A field that is removed as it should be: programs that use it stop compiling all the same. */
final class RetiredFields implements Rule<FieldSet> {

    @Override
    public void check(FieldSet set, Findings findings) {
        for (Named<Field> each : set.fields().removed()) {
            boolean mine = set.noun() == Noun.FIELD && each.of().presence() != Presence.REQUIRED;
            if (mine && set.reserved().contains(each.wireName())) {
                Place place = set.place().removed(each.name(), each.of());
                findings.add(
                        Code.FIELD_RETIRED,
                        place,
                        "the field '" + place.name() + "' is gone",
                        "mark it @deprecated first, and remove it when no program uses it");
            }
        }
    }
}
