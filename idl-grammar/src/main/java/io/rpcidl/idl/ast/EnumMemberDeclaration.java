package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;

/** A member of an enum. */
public record EnumMemberDeclaration(String doc, Name name, List<Annotation> annotations, Span span) implements Node {

    /** Copies the annotations. */
    public EnumMemberDeclaration {
        annotations = List.copyOf(annotations);
    }
}
