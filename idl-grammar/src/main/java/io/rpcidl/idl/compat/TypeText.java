package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.TypeRef;

/** A type as a contract writes it, but without packages and not deeper than a reader follows. */
final class TypeText {

    private static final int DEEPEST = 4;

    private TypeText() {}

    static String of(TypeRef type) {
        return of(type, DEEPEST);
    }

    private static String of(TypeRef type, int depth) {
        if (depth == 0) {
            return "...";
        }
        if (type instanceof TypeRef.Nullable nullable) {
            return of(nullable.type(), depth) + "?";
        } else if (type instanceof TypeRef.Constrained constrained) {
            return of(constrained.type(), depth);
        } else if (type instanceof TypeRef.ListOf list) {
            return "list<" + of(list.element(), depth - 1) + ">";
        } else if (type instanceof TypeRef.SetOf set) {
            return "set<" + of(set.element(), depth - 1) + ">";
        } else if (type instanceof TypeRef.MapOf map) {
            return "map<" + of(map.key(), depth - 1) + ", " + of(map.value(), depth - 1) + ">"
                    + (map.entries() ? " @entries" : "");
        }
        return type instanceof TypeRef.Named named ? named.name().simpleName() : type.toString();
    }
}
