package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.TypeRef;
import java.util.Map;
import java.util.Optional;

/**
 * Which type of the new contract is which of the old one.
 *
 * @param after the new name by the old one, also of those that kept theirs
 */
record TypePairs(Map<QualifiedName, QualifiedName> after) {

    TypePairs {
        after = Map.copyOf(after);
    }

    /** Returns the new name of a type of the old contract, if it is still there. */
    Optional<QualifiedName> of(QualifiedName before) {
        return Optional.ofNullable(after.get(before));
    }

    /** Returns whether two names mean the same type. */
    boolean same(QualifiedName before, QualifiedName now) {
        return now.equals(after.get(before));
    }

    /** Returns whether two references mean the same type. */
    boolean same(TypeRef.Named before, TypeRef.Named now) {
        return same(before.name(), now.name());
    }
}
