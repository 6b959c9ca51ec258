package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code name: stream type... = default @annotations}.
 *
 * @param stream the word, if it is there
 * @param ellipsis the three dots of a variadic parameter, if they are there
 */
public record ParameterDeclaration(
        String doc,
        Name name,
        Optional<Span> stream,
        TypeExpression type,
        Optional<Span> ellipsis,
        Optional<Literal> defaultValue,
        List<Annotation> annotations,
        Span span)
        implements Member {

    /** Copies the annotations. */
    public ParameterDeclaration {
        annotations = List.copyOf(annotations);
    }
}
