package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.TypeDeclaration;
import java.util.Set;

/**
 * A type that is in both contracts.
 *
 * @param packages the packages of the new contract
 */
record RenamedType(TypeDeclaration before, TypeDeclaration after, Set<String> packages, Place place) {

    /** Returns whether it has another name or is in another package. */
    boolean renamed() {
        return !before.name().equals(after.name());
    }
}
