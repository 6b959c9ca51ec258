package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;
import java.util.List;

/**
 * An enumeration: a JSON string.
 *
 * @param closed whether an unknown value is refused; an open one keeps it and sends it on
 */
public record EnumType(QualifiedName name, String doc, boolean closed, List<EnumMember> members, Span span)
        implements TypeDeclaration {

    /** Copies the members. */
    public EnumType {
        members = List.copyOf(members);
    }
}
