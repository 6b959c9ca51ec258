package io.rpcidl.idl.model;

import java.util.List;

/**
 * A constant, already checked against the type that it stands for: a default. The text of a value is kept as it was
 * written, so that nothing is lost between the contract and the generated code.
 */
public sealed interface Value {

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
