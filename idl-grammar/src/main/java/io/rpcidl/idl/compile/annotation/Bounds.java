package io.rpcidl.idl.compile.annotation;

import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.ast.Argument;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.NumberLiteral;
import io.rpcidl.idl.ast.TextLiteral;
import io.rpcidl.idl.source.Span;
import java.math.BigDecimal;
import java.util.Optional;

/** The ends of {@code @length}, {@code @size} or {@code @range} as they were written; a single number is both. */
public record Bounds(Optional<End> min, Optional<End> max) {

    /** A number with more digits or zeros is not computed with. */
    private static final int LONGEST = 8_000;

    /**
     * One end as it was written, which need not be a number.
     *
     * @param quoted whether it is a string, as a bigint or a decimal may be
     */
    public record End(String text, boolean quoted, Span span) {

        private static End of(Literal literal) {
            return literal instanceof TextLiteral text
                    ? new End(text.value(), true, text.span())
                    : new End(((NumberLiteral) literal).text(), false, literal.span());
        }

        /** Returns the value, if it is one that can be computed with. */
        public Optional<BigDecimal> value() {
            if (text.length() > LONGEST) {
                return Optional.empty();
            }
            try {
                BigDecimal value = new BigDecimal(text);
                return Math.abs((long) value.scale()) <= LONGEST ? Optional.of(value) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty(); // No number, -Infinity, or an exponent that is itself too long.
            }
        }

        /** Returns the value, if it is a whole number of up to 64 bits. */
        Optional<Long> count() {
            return value().filter(value -> value.stripTrailingZeros().scale() <= 0)
                    .map(BigDecimal::toBigInteger)
                    .filter(value -> value.bitLength() < Long.SIZE)
                    .map(Number::longValue);
        }
    }

    /** Returns the bounds of an annotation whose arguments have no mistake. */
    public static Bounds of(Annotation annotation) {
        Argument argument = annotation.arguments().get(0);
        Optional<End> from = argument.from().map(End::of);
        return new Bounds(from, argument.range() ? argument.to().map(End::of) : from);
    }
}
