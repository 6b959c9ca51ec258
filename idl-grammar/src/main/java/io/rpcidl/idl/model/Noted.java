package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;

/** What has a name, a place and notes of its author. */
public sealed interface Noted
        permits TypeDeclaration, Alias, Constant, Service, Field, EnumMember, UnionMember, Method {

    /** Returns what its author says about it. */
    Notes notes();

    /** Returns where its name stands. */
    Span span();

    /** Returns the text of its doc comment, empty if it has none. */
    default String doc() {
        return notes().doc();
    }
}
