package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;

/** {@code reserved "name", "name"}. */
public record Reserved(List<TextLiteral> names, Span span) implements Node {

    /** Copies the names. */
    public Reserved {
        names = List.copyOf(names);
    }
}
