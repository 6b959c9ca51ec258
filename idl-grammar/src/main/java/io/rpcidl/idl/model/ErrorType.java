package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;
import java.util.List;

/**
 * A typed error that a method may answer with; as the type of a field, a JSON object like a struct.
 *
 * @param code the status code that it carries; {@link StatusCode#UNKNOWN} where the contract names none
 * @param codeGiven whether the contract names the code
 * @param reserved names that its fields must not have again
 */
public record ErrorType(
        QualifiedName name,
        Notes notes,
        StatusCode code,
        boolean codeGiven,
        List<Field> fields,
        List<String> reserved,
        Span span)
        implements TypeDeclaration {

    /** Copies the lists. */
    public ErrorType {
        fields = List.copyOf(fields);
        reserved = List.copyOf(reserved);
    }
}
