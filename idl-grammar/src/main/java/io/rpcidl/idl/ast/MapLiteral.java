package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;

/** {@code {a: b}}. */
public record MapLiteral(List<Entry> entries, Span span) implements Literal {

    /** Copies the entries. */
    public MapLiteral {
        entries = List.copyOf(entries);
    }

    /** One entry. */
    public record Entry(Literal key, Literal value) {}
}
