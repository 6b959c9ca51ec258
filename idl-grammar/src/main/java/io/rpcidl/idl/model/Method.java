package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A method of a service.
 *
 * @param name the name in the contract
 * @param wireName the name on the wire: that of {@code @wire}, else {@code name}
 * @param doc the text of its doc comment, empty if it has none
 * @param oneway whether it is never answered
 * @param variadic whether the elements of its one parameter, a list, are the positional parameters on the wire
 * @param parameters its parameters; of a variadic method exactly one, of type {@code list<T>}
 * @param result what it answers, {@link TypeRef.Nullable} if that may be absent; empty for none
 * @param errors the errors that it declares with {@code throws}
 * @param span where its name stands
 */
public record Method(
        String name,
        String wireName,
        String doc,
        boolean oneway,
        boolean variadic,
        List<Field> parameters,
        Optional<TypeRef> result,
        List<QualifiedName> errors,
        Span span) {

    /** Copies the lists. */
    public Method {
        parameters = List.copyOf(parameters);
        errors = List.copyOf(errors);
    }
}
