package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;

/** {@code [a, b]}. */
public record ListLiteral(List<Literal> elements, Span span) implements Literal {

    /** Copies the elements. */
    public ListLiteral {
        elements = List.copyOf(elements);
    }
}
