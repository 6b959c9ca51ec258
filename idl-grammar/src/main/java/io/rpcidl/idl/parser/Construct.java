package io.rpcidl.idl.parser;

import java.util.List;
import java.util.Objects;

/**
 * A rule of the grammar and what it took. Constructs are nested no deeper than a small multiple of the limit for brackets.
 *
 * @param parts all of them in order, none left out; never empty, but for a file's
 */
public record Construct(Shape shape, List<Syntax> parts) implements Syntax {

    /** Checks that the shape is there and copies the list. */
    public Construct {
        Objects.requireNonNull(shape, "shape");
        parts = List.copyOf(parts);
    }

    /** Returns whether a part is a construct of a shape. */
    public static boolean is(Syntax part, Shape shape) {
        return part instanceof Construct construct && construct.shape() == shape;
    }
}
