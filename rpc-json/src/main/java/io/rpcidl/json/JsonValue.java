package io.rpcidl.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Any JSON value, immutable: the Java type of {@code any}, and what calls without stubs take and give. Numbers are kept
 * as they were written, so nothing is lost on the way. Objects keep the order of their members.
 */
public sealed interface JsonValue {

    /** {@code null}. */
    JsonValue NULL = new Null();

    /** {@code null}; {@link #NULL} is the one to use. */
    record Null() implements JsonValue {
        @Override
        public String toString() {
            return "null";
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements JsonValue {
        @Override
        public String toString() {
            return JsonValues.text(this);
        }
    }

    /**
     * A number.
     *
     * @param text as it stands in JSON, at most 1,000 characters
     */
    record Number(String text) implements JsonValue {
        /** Checks that the text is a JSON number. */
        public Number {
            if (text.length() > JsonLimits.MAX_NUMBER_LENGTH || !NumberSyntax.isNumber(text)) {
                throw new IllegalArgumentException("not a JSON number of at most 1,000 characters");
            }
        }

        /** Returns the number, exactly. Fails with {@link NumberFormatException} beyond BigDecimal's exponents. */
        public BigDecimal toBigDecimal() {
            return new BigDecimal(text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** A string. */
    record Text(String value) implements JsonValue {
        /** Checks that it is not null. */
        public Text {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return JsonValues.text(this);
        }
    }

    /** An array. */
    record Array(List<JsonValue> elements) implements JsonValue {
        /** Copies the elements. */
        public Array {
            elements = List.copyOf(elements);
        }

        @Override
        public String toString() {
            return JsonValues.text(this);
        }
    }

    /** An object; its members are in the order of the text. */
    record Object(Map<String, JsonValue> members) implements JsonValue {
        /** Copies the members and keeps their order. */
        public Object {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public String toString() {
            return JsonValues.text(this);
        }
    }

    /** Returns a string. */
    static JsonValue of(String value) {
        return new Text(value);
    }

    /** Returns a number. */
    static JsonValue of(long value) {
        return new Number(Long.toString(value));
    }

    /** Returns a number that keeps its scale. */
    static JsonValue of(BigDecimal value) {
        return new Number(NumberText.of(value));
    }

    /** Returns a bool. */
    static JsonValue of(boolean value) {
        return new Bool(value);
    }

    /** Returns an array. */
    static JsonValue array(JsonValue... elements) {
        return new Array(List.of(elements));
    }

    /** Returns an object of these members. */
    static JsonValue object(Map<String, ? extends JsonValue> members) {
        return new Object(new LinkedHashMap<>(members));
    }

    /** Parses a whole text with the default limits. Fails with {@link JsonException}. */
    static JsonValue parse(String json) {
        return JsonValues.parse(json);
    }
}
