package io.rpcidl.json;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A power of ten to 126 bits, rounded up; and logarithms between bases 2 and 10. Those of all exponents that doubles need
 * would take tens of milliseconds to compute, and a program meets few of them: each is computed when it is first used.
 *
 * @param high the upper 63 bits
 * @param low the lower 63 bits
 */
record PowerOfTen(long high, long low) {

    private static final int FIRST = -292;
    private static final int LAST = 324;
    private static final int BITS = 126;

    // Logarithms times 2^32; tests hold each to the exact one over its whole range.
    private static final long LOG10_OF_2 = 1_292_913_986L;
    private static final long LOG10_OF_4_THIRDS = 536_607_788L;
    private static final long LOG2_OF_10 = 14_267_572_527L;

    /** Without a lock: two threads may compute the same power, and records are seen whole. */
    private static final @Nullable PowerOfTen[] KNOWN = new PowerOfTen[LAST - FIRST + 1];

    static PowerOfTen of(int exponent) {
        PowerOfTen power = KNOWN[exponent - FIRST];
        if (power == null) {
            power = compute(exponent);
            KNOWN[exponent - FIRST] = power;
        }
        return power;
    }

    private static PowerOfTen compute(int exponent) {
        BigInteger power = BigInteger.TEN.pow(Math.abs(exponent));
        int places = BITS - 1 - floorLog2(exponent);
        BigInteger scaled = exponent < 0
                ? BigInteger.ONE.shiftLeft(places).divide(power)
                : power.shiftLeft(places); // to the right, if it is negative
        BigInteger up = scaled.add(BigInteger.ONE);
        return new PowerOfTen(up.shiftRight(63).longValueExact(), up.longValue() & Long.MAX_VALUE);
    }

    /** Returns ⌊log10(2^q)⌋. */
    static int floorLog10(int q) {
        return (int) (q * LOG10_OF_2 >> 32);
    }

    /** Returns ⌊log10(3/4·2^q)⌋. */
    static int floorLog10OfThreeQuarters(int q) {
        return (int) (q * LOG10_OF_2 - LOG10_OF_4_THIRDS >> 32);
    }

    /** Returns ⌊log2(10^k)⌋. */
    static int floorLog2(int k) {
        return (int) (k * LOG2_OF_10 >> 32);
    }
}
