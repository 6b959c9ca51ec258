package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Noted;
import java.util.HashSet;
import java.util.Set;

/** A reserved name is never used again: old programs take it for what it was. */
final class ReusedReservedNames implements Rule<ReservedNames> {

    @Override
    public void check(ReservedNames names, Findings findings) {
        Set<String> reserved = new HashSet<>(names.before());
        for (Named<? extends Noted> each : names.members()) {
            if (reserved.contains(each.wireName()) || reserved.contains(each.name())) {
                Place place = names.place().added(each.name(), each.of());
                findings.add(
                        Code.RESERVED_REUSED,
                        place,
                        "the name of '" + place.name() + "' was reserved",
                        "choose another name, and reserve this one again");
            }
        }
    }
}
