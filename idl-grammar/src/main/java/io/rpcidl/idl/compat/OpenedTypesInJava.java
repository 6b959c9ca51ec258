package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** What is opened is another kind of class in Java, or has one more case. */
final class OpenedTypesInJava implements Rule<MemberSet> {

    @Override
    public void check(MemberSet set, Findings findings) {
        if (set.closedBefore() && !set.closedAfter()) {
            findings.add(
                    Code.TYPE_OPENED_IN_JAVA,
                    set.place(),
                    "the " + set.kind() + " '" + set.place().name() + "' is open, and "
                            + ("enum".equals(set.kind())
                                    ? "no enum in Java any more"
                                    : "matches that list all members lack the unknown one"),
                    "leave it closed, or change the programs that use it");
        }
    }
}
