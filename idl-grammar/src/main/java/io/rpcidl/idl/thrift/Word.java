package io.rpcidl.idl.thrift;

import io.rpcidl.idl.source.Span;

/** A name as it was written, and where. */
record Word(String text, Span span) {

    @Override
    public String toString() {
        return text;
    }
}
