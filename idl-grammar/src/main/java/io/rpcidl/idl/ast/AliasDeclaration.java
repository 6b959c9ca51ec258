package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;

/** {@code alias Name = type;}. */
public record AliasDeclaration(Header header, TypeExpression type, List<Annotation> typeAnnotations, Span span)
        implements Declaration {

    /** Copies the lists. */
    public AliasDeclaration {
        typeAnnotations = List.copyOf(typeAnnotations);
    }

    @Override
    public String keyword() {
        return "alias";
    }
}
