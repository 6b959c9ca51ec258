package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;
import java.util.List;

/**
 * A structure with named fields: a JSON object.
 *
 * @param reserved names that its fields must not have again
 */
public record Struct(QualifiedName name, Notes notes, List<Field> fields, List<String> reserved, Span span)
        implements TypeDeclaration {

    /** Copies the lists. */
    public Struct {
        fields = List.copyOf(fields);
        reserved = List.copyOf(reserved);
    }
}
