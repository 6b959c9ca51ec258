package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code rollout name: type = default @annotations;}.
 *
 * @param rollout the word, if it is there
 */
public record FieldDeclaration(
        String doc,
        Optional<Span> rollout,
        Name name,
        TypeExpression type,
        Optional<Literal> defaultValue,
        List<Annotation> annotations,
        Span span)
        implements Member {

    /** Copies the annotations. */
    public FieldDeclaration {
        annotations = List.copyOf(annotations);
    }
}
