package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;
import java.util.Objects;
import java.util.Optional;

/**
 * A member of a struct or an error, or a parameter of a method.
 *
 * @param name the name in the contract
 * @param wireName the name in JSON: that of {@code @wire}, else {@code name}
 * @param doc the text of its doc comment, empty if it has none
 * @param type its type, without the {@code ?} of an optional field
 * @param presence whether it must be there
 * @param defaultValue the default, there exactly if {@code presence} is {@link Presence#DEFAULTED}
 * @param span where its name stands
 */
public record Field(
        String name,
        String wireName,
        String doc,
        TypeRef type,
        Presence presence,
        Optional<Value> defaultValue,
        Span span) {

    /** Checks that a default is there exactly where it should be. */
    public Field {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        if (defaultValue.isPresent() != (presence == Presence.DEFAULTED)) {
            throw new IllegalArgumentException("default of " + name + " does not fit " + presence);
        }
    }
}
