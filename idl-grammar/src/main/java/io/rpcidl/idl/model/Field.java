package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A member of a struct or an error, or a parameter of a method.
 *
 * @param name the name in the contract
 * @param wireName the name in JSON: that of {@code @wire}, else {@code name}
 * @param type its type, without the {@code ?} of an optional field, with its constraints
 * @param presence whether it must be there
 * @param defaultValue the default, there exactly if {@code presence} is {@link Presence#DEFAULTED}
 * @param traits what annotations add
 * @param span where its name stands
 */
public record Field(
        String name,
        String wireName,
        Notes notes,
        TypeRef type,
        Presence presence,
        Optional<Value> defaultValue,
        Traits traits,
        Span span)
        implements Noted {

    /** Checks that a default is there exactly where it should be. */
    public Field {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        if (defaultValue.isPresent() != (presence == Presence.DEFAULTED)) {
            throw new IllegalArgumentException("default of " + name + " does not fit " + presence);
        }
        if (traits.tristate() && presence != Presence.OPTIONAL) {
            throw new IllegalArgumentException("tristate of " + name + " does not fit " + presence);
        }
    }

    /**
     * What annotations add to a field.
     *
     * @param aliases further names that mean it when read: those of {@code @alias}
     * @param tristate whether absent and {@code null} differ; only an optional field of a struct or an error can be so
     * @param sensitive whether its value must not be printed
     */
    public record Traits(List<String> aliases, boolean tristate, boolean sensitive) {

        /** No annotation. */
        public static final Traits NONE = new Traits(List.of(), false, false);

        /** Copies the aliases. */
        public Traits {
            aliases = List.copyOf(aliases);
        }
    }
}
