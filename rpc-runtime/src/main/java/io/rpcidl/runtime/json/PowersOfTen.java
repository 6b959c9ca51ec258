package io.rpcidl.runtime.json;

import java.math.BigInteger;

/** Powers of ten to 126 bits, rounded up, for every exponent that doubles need, and logarithms between bases 2 and 10. */
final class PowersOfTen {

    private static final int FIRST = -292;
    private static final int LAST = 324;
    private static final int BITS = 126;

    // Logarithms times 2^32; tests hold each to the exact one over its whole range.
    private static final long LOG10_OF_2 = 1_292_913_986L;
    private static final long LOG10_OF_4_THIRDS = 536_607_788L;
    private static final long LOG2_OF_10 = 14_267_572_527L;

    private static final long[] HIGH = new long[LAST - FIRST + 1];
    private static final long[] LOW = new long[LAST - FIRST + 1];

    static {
        for (int exponent = FIRST; exponent <= LAST; exponent++) {
            BigInteger power = BigInteger.TEN.pow(Math.abs(exponent));
            int places = BITS - 1 - floorLog2(exponent);
            BigInteger scaled = exponent < 0
                    ? BigInteger.ONE.shiftLeft(places).divide(power)
                    : power.shiftLeft(places); // to the right, if it is negative
            BigInteger up = scaled.add(BigInteger.ONE);
            HIGH[exponent - FIRST] = up.shiftRight(63).longValueExact();
            LOW[exponent - FIRST] = up.longValue() & Long.MAX_VALUE;
        }
    }

    private PowersOfTen() {}

    /** Returns the upper 63 bits. */
    static long high(int exponent) {
        return HIGH[exponent - FIRST];
    }

    /** Returns the lower 63 bits. */
    static long low(int exponent) {
        return LOW[exponent - FIRST];
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
