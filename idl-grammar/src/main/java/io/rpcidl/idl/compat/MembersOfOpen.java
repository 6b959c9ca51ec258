package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Noted;

/** A new member of an open enum or union: programs that list all members are to see it. */
final class MembersOfOpen implements Rule<MemberSet> {

    @Override
    public void check(MemberSet set, Findings findings) {
        if (!set.closedBefore()) {
            for (Named<? extends Noted> each : set.members().added()) {
                Place place = set.place().added(each.name(), each.of());
                findings.add(
                        Code.MEMBER_ADDED,
                        place,
                        "the member '" + place.name() + "' is new, and matches that list all members stop compiling",
                        "this is what they are for; say in them what the new member means");
            }
        }
    }
}
