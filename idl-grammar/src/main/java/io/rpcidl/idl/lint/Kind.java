package io.rpcidl.idl.lint;

import io.rpcidl.idl.model.EnumType;
import io.rpcidl.idl.model.ErrorType;
import io.rpcidl.idl.model.Struct;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.model.UnionType;

/** What has a name, or holds a value. */
enum Kind {
    STRUCT("struct"),
    ENUM("enum"),
    UNION("union"),
    ERROR("error"),
    NEWTYPE("newtype"),
    ALIAS("alias"),
    CONSTANT("constant"),
    SERVICE("service"),
    METHOD("method"),
    FIELD("field"),
    PARAMETER("parameter"),
    UNION_MEMBER("member"),
    ENUM_MEMBER("member"),
    RESULT("result of method");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    static Kind of(TypeDeclaration type) {
        if (type instanceof Struct) {
            return STRUCT;
        } else if (type instanceof EnumType) {
            return ENUM;
        } else if (type instanceof UnionType) {
            return UNION;
        }
        return type instanceof ErrorType ? ERROR : NEWTYPE;
    }

    /** Returns whether a name of this kind is declared in a package and not in something else. */
    boolean isOuter() {
        return compareTo(SERVICE) <= 0;
    }

    /** Returns whether it is a type that is declared, an alias included. */
    boolean isType() {
        return compareTo(ALIAS) <= 0;
    }

    /** Returns how a message calls it. */
    @Override
    public String toString() {
        return word;
    }
}
