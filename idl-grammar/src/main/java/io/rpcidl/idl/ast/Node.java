package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;

/** Anything that was written. */
public interface Node {

    /** Returns where it stands, from its first to behind its last character. */
    Span span();
}
