package io.rpcidl.json;

import io.rpcidl.json.JsonException.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers as text, within the limits of the wire. */
final class NumberText {

    private NumberText() {}

    static String of(BigInteger value) {
        // 3.32 bits a digit: a cheap bound before the costly conversion
        if (value.bitLength() > JsonLimits.MAX_NUMBER_LENGTH * 3.33) {
            throw tooLong();
        }
        String text = value.toString();
        if (text.length() > JsonLimits.MAX_NUMBER_LENGTH) {
            throw tooLong();
        }
        return text;
    }

    static String of(BigDecimal value) {
        check(value);
        return value.toString();
    }

    /** Refuses what would be costly to print plain or to add: more digits or a larger exponent than the wire allows. */
    static void check(BigDecimal value) {
        if (value.precision() > JsonLimits.MAX_NUMBER_LENGTH) {
            throw new JsonException(Kind.LIMIT, "decimal of more than " + JsonLimits.MAX_NUMBER_LENGTH + " digits");
        }
        long exponent = (long) value.precision() - value.scale() - 1;
        if (Math.abs(exponent) > JsonLimits.MAX_DECIMAL_EXPONENT
                || Math.abs((long) value.scale()) > JsonLimits.MAX_DECIMAL_EXPONENT + JsonLimits.MAX_NUMBER_LENGTH) {
            throw new JsonException(Kind.LIMIT, "decimal with an exponent beyond " + JsonLimits.MAX_DECIMAL_EXPONENT);
        }
    }

    private static JsonException tooLong() {
        return new JsonException(Kind.LIMIT, "bigint longer than " + JsonLimits.MAX_NUMBER_LENGTH + " characters");
    }
}
