package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;
import java.util.List;

/**
 * One of several members, each with a tag: a JSON object of exactly one member.
 *
 * @param closed whether an unknown tag is refused; an open one keeps it and what it holds, and sends both on
 * @param reserved names that its members must not have again
 */
public record UnionType(
        QualifiedName name, Notes notes, boolean closed, List<UnionMember> members, List<String> reserved, Span span)
        implements TypeDeclaration {

    /** Copies the lists. */
    public UnionType {
        members = List.copyOf(members);
        reserved = List.copyOf(reserved);
    }
}
