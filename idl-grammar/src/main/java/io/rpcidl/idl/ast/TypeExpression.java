package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;

/**
 * A type as it was written: {@code name<arguments>?}.
 *
 * @param arguments what stands in angle brackets
 * @param marks how many question marks follow; more than one is a mistake
 */
public record TypeExpression(DottedName name, List<TypeArgument> arguments, int marks, Span span) implements Node {

    /** Copies the arguments. */
    public TypeExpression {
        arguments = List.copyOf(arguments);
    }

    /** Returns whether it is marked with {@code ?}. */
    public boolean optional() {
        return marks > 0;
    }
}
