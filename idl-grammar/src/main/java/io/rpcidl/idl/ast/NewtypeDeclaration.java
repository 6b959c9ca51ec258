package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;

/** {@code newtype Name: type;}. */
public record NewtypeDeclaration(Header header, TypeExpression type, List<Annotation> typeAnnotations, Span span)
        implements Declaration {

    /** Copies the lists. */
    public NewtypeDeclaration {
        typeAnnotations = List.copyOf(typeAnnotations);
    }

    @Override
    public String keyword() {
        return "newtype";
    }
}
