package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code @annotations oneway name(parameters): result throws errors;}.
 *
 * @param oneway the word, if it is there
 */
public record MethodDeclaration(
        String doc,
        List<Annotation> annotations,
        Optional<Span> oneway,
        Name name,
        List<ParameterDeclaration> parameters,
        Optional<ResultExpression> result,
        List<DottedName> errors,
        Span span)
        implements Node {

    /** Copies the lists. */
    public MethodDeclaration {
        annotations = List.copyOf(annotations);
        parameters = List.copyOf(parameters);
        errors = List.copyOf(errors);
    }
}
