package io.rpcidl.idl.model;

/** A declaration that can be used as a type and that has a name of its own in generated code. */
public sealed interface TypeDeclaration extends Noted permits Struct, EnumType, UnionType, ErrorType, Newtype {

    /** Returns its full name. */
    QualifiedName name();
}
