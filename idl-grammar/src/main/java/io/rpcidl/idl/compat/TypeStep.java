package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.TypeRef;

/**
 * One place within a type that is used in both contracts: the type itself, an element, a key, a value of it.
 *
 * @param outermost whether it is the type itself
 * @param newtype whether one side, or each of them, stands for another newtype: their types are here
 */
record TypeStep(TypeLayers before, TypeLayers after, boolean outermost, boolean newtype) {

    /** Returns whether both are containers of one kind, so that the difference is in what they contain. */
    boolean sameContainer() {
        TypeRef a = before.core();
        TypeRef b = after.core();
        return a instanceof TypeRef.ListOf && b instanceof TypeRef.ListOf
                || a instanceof TypeRef.SetOf && b instanceof TypeRef.SetOf
                || a instanceof TypeRef.MapOf && b instanceof TypeRef.MapOf;
    }
}
