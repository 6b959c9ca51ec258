package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind the colon of a method.
 *
 * @param stream the word, if it is there
 */
public record ResultExpression(Optional<Span> stream, TypeExpression type, List<Annotation> annotations, Span span)
        implements Node {

    /** Copies the annotations. */
    public ResultExpression {
        annotations = List.copyOf(annotations);
    }
}
