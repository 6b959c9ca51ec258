package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;

/** A declaration that can be used as a type. */
public sealed interface TypeDeclaration permits Struct, EnumType, ErrorType {

    /** Returns its full name. */
    QualifiedName name();

    /** Returns the text of its doc comment, empty if it has none. */
    String doc();

    /** Returns where its name stands. */
    Span span();
}
