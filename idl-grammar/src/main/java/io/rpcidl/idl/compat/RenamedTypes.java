package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.ErrorType;

/** A type keeps its name and its package: they are those of its class. Of a package that is gone its removal is enough. */
final class RenamedTypes implements Rule<RenamedType> {

    @Override
    public void check(RenamedType type, Findings findings) {
        boolean packageStays = type.packages().contains(type.before().name().packageName());
        if (type.renamed() && packageStays && !(type.after() instanceof ErrorType)) {
            findings.add(
                    Code.TYPE_RENAMED,
                    type.place(),
                    "the type '" + type.before().name() + "' is '"
                            + type.after().name() + "' now",
                    "keep its name, or change the programs that use it");
        }
    }
}
