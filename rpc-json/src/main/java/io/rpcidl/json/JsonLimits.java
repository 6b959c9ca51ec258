package io.rpcidl.json;

/**
 * What a reader accepts and a writer produces at most. Over a limit both fail with {@link JsonException.Kind#LIMIT}.
 *
 * @param maxBytes length of one document in bytes, 1 or more
 * @param maxDepth how deeply objects and arrays may be nested, 1 to 1,000 (readers and codecs recurse)
 */
public record JsonLimits(int maxBytes, int maxDepth) {

    /** 4 MiB and 64 levels. */
    public static final JsonLimits DEFAULT = new JsonLimits(4 * 1024 * 1024, 64);

    /** Digits and signs that a number may have. */
    static final int MAX_NUMBER_LENGTH = 1_000;

    /** Characters of a decimal of that many digits, with its sign, point, zeros before the first digit and exponent. */
    static final int MAX_DECIMAL_LENGTH = MAX_NUMBER_LENGTH + 8;

    /** Largest exponent of a decimal, either way (that of IEEE 754's decimal128). */
    static final int MAX_DECIMAL_EXPONENT = 6_144;

    /** Checks the ranges. */
    public JsonLimits {
        if (maxBytes < 1 || maxDepth < 1 || maxDepth > 1_000) {
            throw new IllegalArgumentException("limits out of range (1 byte or more, depth 1 to 1,000): " + maxBytes
                    + " bytes, depth " + maxDepth);
        }
    }
}
