package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** What is opened is read by every program before it gets new members. */
final class OpenedTypes implements Rule<MemberSet> {

    @Override
    public void check(MemberSet set, Findings findings) {
        if (set.closedBefore() && !set.closedAfter()) {
            findings.add(
                    Code.TYPE_OPENED,
                    set.place(),
                    "the " + set.kind() + " '" + set.place().name() + "' is open, and old programs still refuse what "
                            + "they do not know",
                    "upgrade every program before it gets another member");
        }
    }
}
