package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.Optional;

/**
 * An argument of an annotation: a value or a range, perhaps with a key.
 *
 * @param key what stands before {@code =}
 * @param from the value, or the lower end of a range
 * @param range whether it is a range
 * @param to the upper end of a range
 */
public record Argument(Optional<Name> key, Optional<Literal> from, boolean range, Optional<Literal> to, Span span)
        implements Node {}
