package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;
import java.util.List;

/**
 * An enumeration: a JSON string.
 *
 * @param closed whether an unknown value is refused; an open one keeps it and sends it on
 * @param reserved names that its members must not have again
 */
public record EnumType(
        QualifiedName name, Notes notes, boolean closed, List<EnumMember> members, List<String> reserved, Span span)
        implements TypeDeclaration {

    /** Copies the lists. */
    public EnumType {
        members = List.copyOf(members);
        reserved = List.copyOf(reserved);
    }
}
