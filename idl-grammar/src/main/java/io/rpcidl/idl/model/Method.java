package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A method of a service.
 *
 * @param name the name in the contract
 * @param wireName the name on the wire: that of {@code @wire}, else {@code name}
 * @param traits how it is called
 * @param parameters its parameters, without a stream; of a variadic method exactly one, of type {@code list<T>}
 * @param requestStream the parameter that is a stream, if there is one: its type is that of the items
 * @param result what it answers, {@link TypeRef.Nullable} if that may be absent; the type of the items if it answers with
 *     a stream; empty for none
 * @param responseStream whether it answers with a stream; then {@code result} is there
 * @param errors the errors that it declares with {@code throws}
 * @param examples the calls of {@code @example}
 * @param span where its name stands
 */
public record Method(
        String name,
        String wireName,
        Notes notes,
        MethodTraits traits,
        List<Field> parameters,
        Optional<Field> requestStream,
        Optional<TypeRef> result,
        boolean responseStream,
        List<QualifiedName> errors,
        List<MethodExample> examples,
        Span span)
        implements Noted {

    /** Copies the lists and checks that a stream of results has a type. */
    public Method {
        parameters = List.copyOf(parameters);
        errors = List.copyOf(errors);
        examples = List.copyOf(examples);
        if (responseStream && result.isEmpty()) {
            throw new IllegalArgumentException("a stream of nothing: " + name);
        }
    }

    /** Returns whether it is never answered. */
    public boolean oneway() {
        return traits.oneway();
    }

    /** Returns whether the elements of its one parameter, a list, are the positional parameters on the wire. */
    public boolean variadic() {
        return traits.variadic();
    }

    /** Returns whether a stream goes in any direction. */
    public boolean streams() {
        return responseStream || requestStream.isPresent();
    }
}
