package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Noted;
import java.util.HashSet;
import java.util.Set;

/** A reserved name stays reserved. */
final class DroppedReservedNames implements Rule<ReservedNames> {

    @Override
    public void check(ReservedNames names, Findings findings) {
        Set<String> known = new HashSet<>(names.after());
        for (Named<? extends Noted> each : names.members()) {
            known.add(each.name());
            known.add(each.wireName());
        }
        for (String each : names.before()) {
            if (!known.contains(each)) {
                findings.add(
                        Code.RESERVED_DROPPED,
                        names.place(),
                        "'" + names.place().name() + "' no longer reserves '" + each + "'",
                        "add reserved \"" + each + "\" again");
            }
        }
    }
}
