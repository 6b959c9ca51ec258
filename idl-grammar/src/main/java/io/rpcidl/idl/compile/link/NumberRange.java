package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.model.Builtin;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the numeric types can hold, the same as on the wire. Lengths are checked before anything is computed. */
public final class NumberRange {

    /** The floating values that have names instead of digits. */
    static final Set<String> SPECIAL = Set.of("NaN", "Infinity", "-Infinity");

    private static final int DIGITS = 1_000;
    private static final int EXPONENT = 6_144;
    private static final Pattern NUMBER =
            Pattern.compile("-?((?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?)(?:[eE]([+-]?[0-9]++))?");
    private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9][0-9]*+)");

    private NumberRange() {}

    static boolean isFloat(Builtin type) {
        return type == Builtin.FLOAT32 || type == Builtin.FLOAT64;
    }

    /** Returns whether a type is one of numbers. */
    public static boolean isNumber(Builtin type) {
        return isWhole(type) || isFloat(type) || type == Builtin.DECIMAL;
    }

    /** Returns whether a type has whole numbers only. */
    public static boolean isWhole(Builtin type) {
        return type == Builtin.INT32 || type == Builtin.INT64 || type == Builtin.BIGINT;
    }

    /** Returns whether a text has the form of a number of a type. */
    public static boolean isWritten(String text, Builtin type) {
        return (isFloat(type) && SPECIAL.contains(text))
                || (isWhole(type) ? WHOLE : NUMBER).matcher(text).matches();
    }

    /** Returns what is allowed, if a text that has the right form is outside of it. */
    public static Optional<String> violated(String text, Builtin type) {
        if (SPECIAL.contains(text)) {
            return Optional.empty();
        }
        String sizes = "at most 1,000 digits, exponent within \u00B16,144";
        if (!isShort(text)) {
            return Optional.of(
                    switch (type) {
                        case INT32 -> range(Integer.MIN_VALUE, Integer.MAX_VALUE);
                        case INT64 -> range(Long.MIN_VALUE, Long.MAX_VALUE);
                        default -> sizes;
                    });
        }
        return switch (type) {
            case INT32 -> within(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case INT64 -> within(text, Long.MIN_VALUE, Long.MAX_VALUE);
            case FLOAT32 ->
                Float.isInfinite(Float.parseFloat(text))
                        ? Optional.of("within \u00B1" + Float.MAX_VALUE)
                        : Optional.empty();
            case FLOAT64 ->
                Double.isInfinite(Double.parseDouble(text))
                        ? Optional.of("within \u00B1" + Double.MAX_VALUE)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isShort(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        long digits = matcher.group(1).chars().filter(Character::isDigit).count();
        String exponent = matcher.group(2) == null ? "0" : matcher.group(2);
        return digits <= DIGITS
                && exponent.length() <= DIGITS
                && new BigInteger(exponent).abs().compareTo(BigInteger.valueOf(EXPONENT)) <= 0;
    }

    private static Optional<String> within(String text, long from, long to) {
        BigDecimal value = new BigDecimal(text);
        boolean inside = value.compareTo(BigDecimal.valueOf(from)) >= 0 && value.compareTo(BigDecimal.valueOf(to)) <= 0;
        return inside ? Optional.empty() : Optional.of(range(from, to));
    }

    private static String range(long from, long to) {
        return from + " to " + to;
    }
}
