package io.rpcidl.json;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A field of which absent and {@code null} mean different things, such as "leave it" and "remove it": the Java type of
 * {@code T? @tristate}. Immutable if its value is.
 *
 * @param <T> the type of a value
 */
public sealed interface Patch<T> {

    /** Not in the object. */
    record Absent<T>() implements Patch<T> {
        @Override
        public String toString() {
            return "absent";
        }
    }

    /** {@code null} in the object. */
    record Null<T>() implements Patch<T> {
        @Override
        public String toString() {
            return "null";
        }
    }

    /** In the object, with a value. */
    record Value<T>(T value) implements Patch<T> {
        /** Checks that it is not null. */
        public Value {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Returns what is not there. */
    static <T> Patch<T> absent() {
        return new Absent<>();
    }

    /** Returns what is there and {@code null}. */
    static <T> Patch<T> ofNull() {
        return new Null<>();
    }

    /** Returns a value, which is not null. */
    static <T> Patch<T> of(T value) {
        return new Value<>(value);
    }

    /** Returns a value, or what is there and {@code null}. */
    static <T> Patch<T> ofNullable(@Nullable T value) {
        return value == null ? ofNull() : of(value);
    }

    /** Returns whether it is not there: neither a value nor {@code null}. */
    default boolean isAbsent() {
        return this instanceof Absent;
    }

    /** Returns whether it is there and {@code null}. */
    default boolean isNull() {
        return this instanceof Null;
    }

    /** Returns the value; null if there is none. */
    default @Nullable T orNull() {
        return this instanceof Value<T> value ? value.value() : null;
    }

    /** Returns what becomes of a value when this is applied to it: the same if absent, null if null, else the new one. */
    default @Nullable T applyTo(@Nullable T old) {
        return isAbsent() ? old : orNull();
    }

    /** Returns this with another value in place of its own, if it has one. */
    default Patch<T> map(UnaryOperator<T> change) {
        return this instanceof Value<T> value ? new Value<>(change.apply(value.value())) : this;
    }
}
