package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** What is open stays open: somebody sends what this contract does not know. */
final class ClosedTypes implements Rule<MemberSet> {

    @Override
    public void check(MemberSet set, Findings findings) {
        if (!set.closedBefore() && set.closedAfter()) {
            findings.add(
                    Code.TYPE_CLOSED,
                    set.place(),
                    "the " + set.kind() + " '" + set.place().name() + "' is closed, and refuses what it kept before",
                    "leave 'closed' out");
        }
    }
}
