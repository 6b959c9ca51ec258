package io.rpcidl.idl.model;

import java.math.BigDecimal;
import java.util.Optional;

/** What a value must hold beyond its type; checked when it is built and when it is read. */
public sealed interface Constraint {

    /** {@code @length}: how many code points a string has; both ends inclusive, never negative. */
    record Length(Optional<Long> min, Optional<Long> max) implements Constraint {
        @Override
        public String toString() {
            return "@length(" + bounds(min, max) + ")";
        }
    }

    /** {@code @size}: how many elements a container has, or how many bytes; both ends inclusive, never negative. */
    record Size(Optional<Long> min, Optional<Long> max) implements Constraint {
        @Override
        public String toString() {
            return "@size(" + bounds(min, max) + ")";
        }
    }

    /** {@code @range}: how large a number is; both ends inclusive. */
    record Range(Optional<BigDecimal> min, Optional<BigDecimal> max) implements Constraint {
        @Override
        public String toString() {
            return "@range(" + bounds(min, max) + ")";
        }
    }

    /**
     * {@code @pattern}: what the whole of a string matches.
     *
     * @param text an I-Regexp, as RFC 9485 defines it
     */
    record Pattern(String text) implements Constraint {
        @Override
        public String toString() {
            return "@pattern(\"" + text + "\")";
        }
    }

    private static String bounds(Optional<?> min, Optional<?> max) {
        return min.map(String::valueOf).orElse("") + ".."
                + max.map(String::valueOf).orElse("");
    }
}
