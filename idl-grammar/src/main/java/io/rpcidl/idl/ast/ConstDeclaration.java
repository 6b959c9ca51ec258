package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;

/** {@code const NAME: type = value;}. */
public record ConstDeclaration(
        Header header, TypeExpression type, Literal value, List<Annotation> typeAnnotations, Span span)
        implements Declaration {

    /** Copies the lists. */
    public ConstDeclaration {
        typeAnnotations = List.copyOf(typeAnnotations);
    }

    @Override
    public String keyword() {
        return "const";
    }
}
