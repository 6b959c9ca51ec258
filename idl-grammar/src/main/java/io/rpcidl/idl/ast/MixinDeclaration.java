package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;

/** {@code mixin Name { fields }}, a word for later. */
public record MixinDeclaration(Header header, Span span) implements Declaration {

    @Override
    public String keyword() {
        return "mixin";
    }
}
