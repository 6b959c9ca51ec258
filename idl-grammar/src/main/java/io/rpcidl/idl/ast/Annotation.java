package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;

/** {@code @name(arguments)}. */
public record Annotation(DottedName name, List<Argument> arguments, Span span) implements Node {

    /** Copies the arguments. */
    public Annotation {
        arguments = List.copyOf(arguments);
    }
}
