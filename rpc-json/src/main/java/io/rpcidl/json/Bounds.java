package io.rpcidl.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Both ends of a constraint, and what is said of a value that is not between them. */
final class Bounds {

    private Bounds() {}

    static void check(String unit, long actual, long min, long max) {
        if (actual < min || actual > max) {
            String range = text(min, 0) + ".." + text(max, Long.MAX_VALUE);
            throw new ConstraintException("expected " + range + " " + unit + ", got " + actual);
        }
    }

    /** Returns an end as a contract writes it: nothing for none. */
    static String text(long end, long none) {
        return end == none ? "" : Long.toString(end);
    }

    /** The value itself is not said: it may be one that must not be printed. */
    static ConstraintException outOfRange(String min, String max) {
        return new ConstraintException("expected a number in " + min + ".." + max);
    }

    /** Returns what a map's value is called: the key as it stands in JSON, where that is plain. */
    static String name(Object key) {
        return key instanceof Record || key instanceof Throwable || key instanceof Iterable ? "value" : key.toString();
    }

    /** Compares as the value's type does: the float64 nearest to 0.1 is no larger than 0.1. */
    static boolean holds(Number value, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        if (value instanceof Double number) {
            return !number.isNaN()
                    && (min == null || number >= min.doubleValue())
                    && (max == null || number <= max.doubleValue());
        }
        if (value instanceof Float number) {
            return !number.isNaN()
                    && (min == null || number >= min.floatValue())
                    && (max == null || number <= max.floatValue());
        }
        BigDecimal exact = value instanceof BigDecimal decimal
                ? decimal
                : value instanceof BigInteger integer ? new BigDecimal(integer) : new BigDecimal(value.longValue());
        return (min == null || exact.compareTo(min) >= 0) && (max == null || exact.compareTo(max) <= 0);
    }
}
