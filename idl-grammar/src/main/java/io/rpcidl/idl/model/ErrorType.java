package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;
import java.util.List;

/**
 * A typed error that a method may answer with.
 *
 * @param code the status code that it carries; {@link StatusCode#UNKNOWN} where the contract names none
 */
public record ErrorType(QualifiedName name, String doc, StatusCode code, List<Field> fields, Span span)
        implements TypeDeclaration {

    /** Copies the fields. */
    public ErrorType {
        fields = List.copyOf(fields);
    }
}
