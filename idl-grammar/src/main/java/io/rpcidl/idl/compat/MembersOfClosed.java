package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Noted;

/** A closed enum or union gets no new member: old programs refuse it. */
final class MembersOfClosed implements Rule<MemberSet> {

    @Override
    public void check(MemberSet set, Findings findings) {
        if (set.closedBefore()) {
            for (Named<? extends Noted> each : set.members().added()) {
                Place place = set.place().added(each.name(), each.of());
                findings.add(
                        Code.MEMBER_ADDED_TO_CLOSED,
                        place,
                        "the member '" + place.name() + "' is new, and old programs refuse it as the " + set.kind()
                                + " is closed",
                        "open the " + set.kind() + " first, and add the member when every program knows that");
            }
        }
    }
}
