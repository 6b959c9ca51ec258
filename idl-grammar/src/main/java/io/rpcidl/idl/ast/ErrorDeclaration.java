package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Optional;

/** {@code error Name (CODE) { fields }}. */
public record ErrorDeclaration(
        Header header, Optional<Name> code, List<FieldDeclaration> fields, List<Reserved> reserved, Span span)
        implements Declaration {

    /** Copies the lists. */
    public ErrorDeclaration {
        fields = List.copyOf(fields);
        reserved = List.copyOf(reserved);
    }

    @Override
    public String keyword() {
        return "error";
    }
}
