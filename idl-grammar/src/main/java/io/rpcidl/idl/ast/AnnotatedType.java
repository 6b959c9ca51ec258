package io.rpcidl.idl.ast;

import java.util.List;

/**
 * A type with the annotations that follow it, wherever it stands; of those some may belong to what has the type.
 *
 * @param variadic whether it is the type of the elements of a variadic parameter
 */
public record AnnotatedType(TypeExpression type, List<Annotation> annotations, boolean variadic) {

    /** Copies the annotations. */
    public AnnotatedType {
        annotations = List.copyOf(annotations);
    }
}
