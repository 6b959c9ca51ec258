package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Noted;

/** A member of an enum or a union stays: old programs send it. */
final class RemovedMembers implements Rule<MemberSet> {

    @Override
    public void check(MemberSet set, Findings findings) {
        for (Named<? extends Noted> each : set.members().removed()) {
            Place place = set.place().removed(each.name(), each.of());
            findings.add(
                    Code.MEMBER_REMOVED,
                    place,
                    "the member '" + place.name() + "' is gone, and old programs send it",
                    "keep it and mark it @deprecated; if it must go, add reserved \"" + each.wireName() + "\"");
        }
    }
}
