package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;

/** {@code union Name { members }}. */
public record UnionDeclaration(
        Header header, boolean closed, List<UnionMember> members, List<Reserved> reserved, Span span)
        implements Declaration {

    /** Copies the lists. */
    public UnionDeclaration {
        members = List.copyOf(members);
        reserved = List.copyOf(reserved);
    }

    @Override
    public String keyword() {
        return "union";
    }
}
