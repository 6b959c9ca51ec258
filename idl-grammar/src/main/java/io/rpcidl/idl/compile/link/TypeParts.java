package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.model.TypeRef;

/** How large a type is. */
final class TypeParts {

    private TypeParts() {}

    /** Returns how many types a type consists of, itself included, those that its names mean not. */
    static int count(TypeRef type) {
        TypeRef plain = type.plain();
        if (plain instanceof TypeRef.ListOf list) {
            return 1 + count(list.element());
        }
        if (plain instanceof TypeRef.SetOf set) {
            return 1 + count(set.element());
        }
        return plain instanceof TypeRef.MapOf map ? 1 + count(map.key()) + count(map.value()) : 1;
    }
}
