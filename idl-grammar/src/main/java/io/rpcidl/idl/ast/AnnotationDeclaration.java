package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;

/** {@code annotation Name(parameters);}, a word for later. */
public record AnnotationDeclaration(Header header, Span span) implements Declaration {

    @Override
    public String keyword() {
        return "annotation";
    }
}
