package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;

/** {@code enum Name { members }}, open unless it is closed. */
public record EnumDeclaration(
        Header header, boolean closed, List<EnumMemberDeclaration> members, List<Reserved> reserved, Span span)
        implements Declaration {

    /** Copies the lists. */
    public EnumDeclaration {
        members = List.copyOf(members);
        reserved = List.copyOf(reserved);
    }

    @Override
    public String keyword() {
        return "enum";
    }
}
