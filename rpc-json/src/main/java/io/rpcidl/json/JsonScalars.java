package io.rpcidl.json;

import io.rpcidl.json.JsonException.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The values of {@link JsonReader} that are not nested: each is read as its type's row of {@code docs/wire.md} says. */
abstract sealed class JsonScalars extends JsonScanner permits JsonReader {

    private static final int MAX_INT64_LENGTH = 20;

    JsonScalars(byte[] text, int start, int end, JsonLimits limits) {
        super(text, start, end, limits);
    }

    /** Consumes {@code null} and returns true, or returns false and consumes nothing. */
    public boolean tryNull() {
        if (peek() != 'n') {
            return false;
        }
        literal("null");
        return true;
    }

    /** Returns whether the next value is an array. */
    public boolean nextIsArray() {
        return peek() == '[';
    }

    /** Returns whether the next value is a string. */
    public boolean nextIsString() {
        return peek() == '"';
    }

    /** Returns whether the next value is {@code true} or {@code false}. */
    public boolean nextIsBool() {
        int c = peek();
        return c == 't' || c == 'f';
    }

    /** Returns whether the next value is an object. */
    public boolean nextIsObject() {
        return peek() == '{';
    }

    /** Reads {@code true} or {@code false}. */
    public boolean bool() {
        int c = peek();
        if (c == 't') {
            literal("true");
            return true;
        }
        if (c == 'f') {
            literal("false");
            return false;
        }
        throw expected("bool");
    }

    /** Reads an exact integer of 32 bits. */
    public int int32() {
        long value = integer("int32");
        if (value != (int) value) {
            throw shape("int32 out of range");
        }
        return (int) value;
    }

    /** Reads an exact integer of 64 bits, a number or a string of decimal digits. */
    public long int64() {
        if (peek() != '"') {
            return integer("int64");
        }
        int at = position;
        String digits = string();
        if (digits.length() <= MAX_INT64_LENGTH && NumberSyntax.isInteger(digits)) {
            BigInteger value = new BigInteger(digits);
            if (value.bitLength() <= 63) {
                return value.longValue();
            }
        }
        position = at;
        throw shape("expected int64, got another string");
    }

    /** Reads a string, or null. */
    public @Nullable String stringOrNull() {
        return tryNull() ? null : string();
    }

    /** Reads {@code true}, {@code false} or null. */
    public @Nullable Boolean boolOrNull() {
        return tryNull() ? null : Boolean.valueOf(bool());
    }

    /** Reads an integer, or null. */
    public @Nullable Integer int32OrNull() {
        return tryNull() ? null : Integer.valueOf(int32());
    }

    /** Reads an integer, or null. */
    public @Nullable Long int64OrNull() {
        return tryNull() ? null : Long.valueOf(int64());
    }

    /** Reads an integer of any size, a string of decimal digits or a number. */
    public BigInteger bigint() {
        String digits = numberOrString("bigint", JsonLimits.MAX_NUMBER_LENGTH);
        if (!NumberSyntax.isInteger(digits)) {
            throw shape("expected bigint, got another string or number");
        }
        return new BigInteger(digits);
    }

    /** Reads a decimal with its scale, a string or a number. */
    public BigDecimal decimal() {
        String digits = numberOrString("decimal", JsonLimits.MAX_DECIMAL_LENGTH);
        if (!NumberSyntax.isNumber(digits)) {
            throw shape("expected decimal, got another string");
        }
        try {
            BigDecimal value = new BigDecimal(digits);
            NumberText.check(value);
            return value;
        } catch (NumberFormatException e) {
            throw limit("decimal with an exponent beyond " + JsonLimits.MAX_DECIMAL_EXPONENT);
        } catch (JsonException e) {
            throw errorAt(position, e.kind(), e.getMessage());
        }
    }

    /** Reads a number of single precision, or one of the three special strings. */
    public float float32() {
        if (peek() == '"') {
            return (float) special("float32");
        }
        float value = Float.parseFloat(number("float32"));
        if (Float.isInfinite(value)) {
            throw shape("float32 out of range");
        }
        return value;
    }

    /** Reads a number of double precision, or one of the three special strings. */
    public double float64() {
        if (peek() == '"') {
            return special("float64");
        }
        double value = Double.parseDouble(number("float64"));
        if (Double.isInfinite(value)) {
            throw shape("float64 out of range");
        }
        return value;
    }

    /** Refuses an object, just read, that lacks a member. */
    public JsonException missing(FieldNames names, int field) {
        return errorAt(position, Kind.SHAPE, "missing required member '" + names.name(field) + "'");
    }

    /** Makes the error for a value, just read, that violates a constraint in itself or in one of its members. */
    public JsonException violated(ConstraintException violation) {
        String pointer = JsonPlace.pointer(text, start, position) + violation.pointer();
        return new JsonException(Kind.SHAPE, (pointer.isEmpty() ? "" : pointer + ": ") + violation.violation());
    }

    /** Makes an error of a limit at the place reached. */
    public JsonException limit(String message) {
        return errorAt(position, Kind.LIMIT, message);
    }

    /** Makes the error for a string, which started at an offset, that is no member of a closed enum. */
    public JsonException unknown(int offset, String type) {
        return errorAt(offset, Kind.SHAPE, "expected " + type + ", got a name that it does not have");
    }

    private double special(String type) {
        int at = position;
        return switch (string()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> {
                position = at;
                throw expected(type);
            }
        };
    }
}
