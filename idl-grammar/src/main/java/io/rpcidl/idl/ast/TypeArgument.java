package io.rpcidl.idl.ast;

import java.util.List;

/** A type in angle brackets, with the annotations that belong to it. */
public record TypeArgument(TypeExpression type, List<Annotation> annotations) {

    /** Copies the annotations. */
    public TypeArgument {
        annotations = List.copyOf(annotations);
    }
}
