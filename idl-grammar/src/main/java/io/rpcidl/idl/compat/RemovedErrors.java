package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.QualifiedName;

/** The errors of a method stay: programs that catch them stop compiling. */
final class RemovedErrors implements Rule<MethodPair> {

    @Override
    public void check(MethodPair pair, Findings findings) {
        if (!pair.answered()) {
            return;
        }
        for (QualifiedName each : ErrorSets.removed(pair)) {
            findings.add(
                    Code.THROWS_REMOVED,
                    pair.place(),
                    "the method '" + pair.place().name() + "' no longer throws '" + each.simpleName() + "'",
                    "keep it, and say in its doc comment that it no longer comes");
        }
    }
}
