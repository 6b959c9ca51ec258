package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;

/** {@code struct Name { fields }}. */
public record StructDeclaration(Header header, List<FieldDeclaration> fields, List<Reserved> reserved, Span span)
        implements Declaration {

    /** Copies the lists. */
    public StructDeclaration {
        fields = List.copyOf(fields);
        reserved = List.copyOf(reserved);
    }

    @Override
    public String keyword() {
        return "struct";
    }
}
