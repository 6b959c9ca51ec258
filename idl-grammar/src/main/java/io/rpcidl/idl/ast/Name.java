package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;

/** One word that names something. */
public record Name(String text, Span span) implements Node {

    @Override
    public String toString() {
        return text;
    }
}
