package io.rpcidl.json;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a contract. Has no state and may be used by any number of threads. Written once, for generated code.
 *
 * @param <T> what it is a constraint of
 */
@FunctionalInterface
public interface Check<T> {

    /** Takes everything. */
    Check<Object> NONE = value -> {};

    /** Fails with {@link ConstraintException} if a value violates the constraint. */
    void check(T value);

    /** Checks a member, if it is there, and names it where it violates the constraint. */
    default void require(String member, @Nullable T value) {
        if (value != null) {
            try {
                check(value);
            } catch (ConstraintException e) {
                throw e.within(member);
            }
        }
    }

    /** {@code @length}: the code points of a string, both ends inclusive. */
    static Check<String> length(long min, long max) {
        return value -> {
            if (value.length() > max || value.length() / 2 < min) { // else there is no need to count
                Bounds.check("code points", value.codePointCount(0, value.length()), min, max);
            }
        };
    }

    /** {@code @pattern}: an I-Regexp (RFC 9485) that the whole of a string matches. */
    static Check<String> pattern(String regexp) {
        return new PatternCheck(regexp);
    }

    /** {@code @size}: the elements of a list or a set, both ends inclusive. */
    static Check<Collection<?>> size(long min, long max) {
        return value -> Bounds.check("elements", value.size(), min, max);
    }

    /** {@code @size}: the entries of a map, both ends inclusive. */
    static Check<Map<?, ?>> entries(long min, long max) {
        return value -> Bounds.check("entries", value.size(), min, max);
    }

    /** {@code @size}: the bytes of bytes, both ends inclusive. */
    static Check<Bytes> bytes(long min, long max) {
        return value -> Bounds.check("bytes", value.size(), min, max);
    }

    /** {@code @range} of {@code int32} and {@code int64}, both ends inclusive. */
    static Check<Number> range(long min, long max) {
        return value -> {
            long number = value.longValue();
            if (number < min || number > max) {
                throw Bounds.outOfRange(Bounds.text(min, Long.MIN_VALUE), Bounds.text(max, Long.MAX_VALUE));
            }
        };
    }

    /** {@code @range} of the other numbers, both ends inclusive; an end that is not there is null. */
    static Check<Number> range(@Nullable String min, @Nullable String max) {
        BigDecimal lowest = min == null ? null : new BigDecimal(min);
        BigDecimal highest = max == null ? null : new BigDecimal(max);
        return value -> {
            if (!Bounds.holds(value, lowest, highest)) {
                throw Bounds.outOfRange(min == null ? "" : min, max == null ? "" : max);
            }
        };
    }

    /** Each element of a list or a set that is there. */
    static <T> Check<Collection<? extends @Nullable T>> each(Check<? super T> check) {
        return elements -> {
            int index = 0;
            for (T element : elements) {
                check.require(Integer.toString(index++), element);
            }
        };
    }

    /** Each key and each value of a map that is there. */
    static <K, V> Check<Map<? extends K, ? extends @Nullable V>> both(Check<? super K> key, Check<? super V> value) {
        return entries -> entries.forEach((k, v) -> {
            key.require("key", k);
            value.require(Bounds.name(k), v);
        });
    }

    /** What a newtype stands for. */
    static <N, T> Check<N> of(Function<N, T> unwrap, Check<? super T> check) {
        return value -> check.check(unwrap.apply(value));
    }

    /** A check of what must not be printed: its errors name no place within the value. */
    static <T> Check<T> sensitive(Check<T> check) {
        return value -> {
            try {
                check.check(value);
            } catch (ConstraintException e) {
                throw e.withoutPlace();
            }
        };
    }

    /** All of these. */
    @SafeVarargs
    static <T> Check<T> all(Check<? super T>... checks) {
        return value -> {
            for (Check<? super T> check : checks) {
                check.check(value);
            }
        };
    }
}
