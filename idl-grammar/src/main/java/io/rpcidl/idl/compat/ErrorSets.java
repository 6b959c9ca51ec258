package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.QualifiedName;
import java.util.LinkedHashSet;
import java.util.Set;

/** The errors that a method throws in one contract alone. */
final class ErrorSets {

    private ErrorSets() {}

    static Set<QualifiedName> added(MethodPair pair) {
        Set<QualifiedName> added = new LinkedHashSet<>(pair.after().errors());
        pair.errorsBefore().forEach(added::remove);
        return added;
    }

    static Set<QualifiedName> removed(MethodPair pair) {
        Set<QualifiedName> removed = new LinkedHashSet<>(pair.errorsBefore());
        pair.after().errors().forEach(removed::remove);
        return removed;
    }
}
