package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.QualifiedName;

/** A new error of a method: programs that list all errors are to see it. */
final class AddedErrors implements Rule<MethodPair> {

    @Override
    public void check(MethodPair pair, Findings findings) {
        if (!pair.answered()) {
            return;
        }
        for (QualifiedName each : ErrorSets.added(pair)) {
            findings.add(
                    Code.THROWS_ADDED,
                    pair.place(),
                    "the method '" + pair.place().name() + "' throws the new error '" + each.simpleName() + "'",
                    "this is what matches over all errors are for; say in them what this one means");
        }
    }
}
