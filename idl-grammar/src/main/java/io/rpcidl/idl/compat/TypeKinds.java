package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.EnumType;
import io.rpcidl.idl.model.ErrorType;
import io.rpcidl.idl.model.Struct;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.model.UnionType;

/** What messages call the kinds of declarations. */
final class TypeKinds {

    private TypeKinds() {}

    /** Returns a word with its article, such as {@code an enum}. */
    static String of(TypeDeclaration type) {
        if (type instanceof Struct) {
            return "a struct";
        } else if (type instanceof ErrorType) {
            return "an error";
        } else if (type instanceof EnumType) {
            return "an enum";
        }
        return type instanceof UnionType ? "a union" : "a newtype";
    }
}
