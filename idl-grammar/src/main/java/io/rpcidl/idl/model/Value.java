package io.rpcidl.idl.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A constant, already checked against the type that it stands for: a default. The text of a value is kept as it was
 * written, so that nothing is lost between the contract and the generated code.
 */
public sealed interface Value {

    /**
     * The members of a struct, those that the literal gives, in its order; the others are absent or have their defaults.
     */
    record Members(QualifiedName type, Map<String, Value> members) implements Value {
        /** Copies the members in their order. */
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /**
     * A member of a union, with its payload.
     *
     * @param payload empty exactly if the member has none
     */
    record Case(QualifiedName union, String member, Optional<Value> payload) implements Value {}

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements Value {}

    /**
     * A number of any numeric type.
     *
     * @param text a JSON number; also {@code NaN}, {@code Infinity} and {@code -Infinity} for the floating types
     */
    record Number(String text) implements Value {}

    /** A string, or the text form of bytes (base64), uuid, timestamp, date, time, datetime or duration. */
    record Text(String value) implements Value {}

    /** A member of an enum. */
    record Member(QualifiedName enumName, String member) implements Value {}

    /** The elements of a list or a set. */
    record Elements(List<Value> values) implements Value {
        /** Copies the elements. */
        public Elements {
            values = List.copyOf(values);
        }
    }

    /** The entries of a map, in order, without duplicate keys. */
    record Entries(List<Entry> entries) implements Value {
        /** Copies the entries. */
        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /** One entry of a map. */
    record Entry(Value key, Value value) {}
}
