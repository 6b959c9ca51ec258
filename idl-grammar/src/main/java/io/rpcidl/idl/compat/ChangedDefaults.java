package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** A default keeps its value. It is written on the wire, so that nobody misunderstands another. */
final class ChangedDefaults implements Rule<FieldPair> {

    @Override
    public void check(FieldPair pair, Findings findings) {
        if (pair.before().defaultValue().isEmpty()
                || pair.after().defaultValue().isEmpty()) {
            return;
        }
        String old = ValueText.of(pair.before().defaultValue().get());
        String now = ValueText.of(pair.after().defaultValue().get());
        if (!old.equals(now)) {
            findings.add(
                    Code.DEFAULT_CHANGED,
                    pair.place(),
                    "the default of '" + pair.place().name() + "' is " + ValueText.cut(now) + ", it was "
                            + ValueText.cut(old),
                    "keep it, or say in the release notes what programs that leave it out do now");
        }
    }
}
