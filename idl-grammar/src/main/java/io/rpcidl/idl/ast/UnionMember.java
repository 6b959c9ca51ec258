package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Optional;

/** A member of a union, with or without a payload. */
public record UnionMember(String doc, Name name, Optional<TypeExpression> type, List<Annotation> annotations, Span span)
        implements Node {

    /** Copies the annotations. */
    public UnionMember {
        annotations = List.copyOf(annotations);
    }
}
