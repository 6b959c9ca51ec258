package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;
import java.util.List;

/** A structure with named fields: a JSON object. */
public record Struct(QualifiedName name, String doc, List<Field> fields, Span span) implements TypeDeclaration {

    /** Copies the fields. */
    public Struct {
        fields = List.copyOf(fields);
    }
}
