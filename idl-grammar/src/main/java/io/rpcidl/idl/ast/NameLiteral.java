package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;

/** A name that stands for a value: {@code true}, {@code NaN}, a member of an enum, a constant. */
public record NameLiteral(DottedName name) implements Literal {

    @Override
    public Span span() {
        return name.span();
    }
}
