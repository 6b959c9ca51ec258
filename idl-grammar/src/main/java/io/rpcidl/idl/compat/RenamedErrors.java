package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.ErrorType;

/** An error keeps its name and its package: they are on the wire. */
final class RenamedErrors implements Rule<RenamedType> {

    @Override
    public void check(RenamedType type, Findings findings) {
        if (type.renamed() && type.after() instanceof ErrorType) {
            findings.add(
                    Code.ERROR_RENAMED,
                    type.place(),
                    "the error '" + type.before().name() + "' is '"
                            + type.after().name() + "' now, and old clients do not know it",
                    "keep its name, or declare another error and throw both for a while");
        }
    }
}
