package io.rpcidl.json;

/**
 * The shortest decimal that reads back as the same number, by Raffaello Giulietti's Schubfach: the numbers that read as
 * {@code c·2^q} are an interval, and among the integers that it holds, when scaled by a power of ten, is the answer. The
 * JDK's own is not the shortest before 19, and the same value must be the same bytes on every JDK.
 */
final class ShortestDecimal {

    private static final long LOW_63 = Long.MAX_VALUE;

    /** Below these significands the shortest has one digit, and there may be one of two that is closer. */
    private static final int TINY_DOUBLE = 3;

    private static final int TINY_FLOAT = 8;

    private ShortestDecimal() {}

    /** Returns what {@code Double.toString} does from JDK 19 on; the value is finite. */
    static String of(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> 52) & 0x7ff;
        long fraction = bits & (1L << 52) - 1;
        return exponent == 0
                ? text(bits < 0, fraction, -1_074, false, TINY_DOUBLE)
                : text(bits < 0, fraction | 1L << 52, exponent - 1_075, fraction == 0 && exponent > 1, 0);
    }

    /** Returns what {@code Float.toString} does from JDK 19 on; the value is finite. */
    static String of(float value) {
        int bits = Float.floatToRawIntBits(value);
        int exponent = bits >>> 23 & 0xff;
        int fraction = bits & (1 << 23) - 1;
        return exponent == 0
                ? text(bits < 0, fraction, -149, false, TINY_FLOAT)
                : text(bits < 0, fraction | 1 << 23, exponent - 150, fraction == 0 && exponent > 1, 0);
    }

    private static String text(boolean negative, long c, int q, boolean lowestOfItsExponent, int tiny) {
        if (c == 0) {
            return negative ? "-0.0" : "0.0";
        }
        int k = lowestOfItsExponent ? PowerOfTen.floorLog10OfThreeQuarters(q) : PowerOfTen.floorLog10(q);
        long digits = c < tiny ? digits(10 * c, q, k, false) : digits(c, q, k, lowestOfItsExponent);
        return DecimalText.of(negative, digits, c < tiny ? k - 1 : k);
    }

    /** Returns the integer that, times {@code 10^k}, is the shortest; it may end with zeros. */
    private static long digits(long c, int q, int k, boolean lowestOfItsExponent) {
        // four times the value and the ends of its interval, which belong to it if the significand is even
        int shift = q + PowerOfTen.floorLog2(-k) + 2;
        PowerOfTen power = PowerOfTen.of(-k);
        long value = scaled(power, 4 * c << shift);
        long from = scaled(power, 4 * c - (lowestOfItsExponent ? 1 : 2) << shift) + (c & 1);
        long to = scaled(power, 4 * c + 2 << shift) - (c & 1);

        long below = value >> 2;
        if (below >= 100) { // one digit less, if just one such number is within: two digits are always shown
            long tens = below / 10 * 10;
            boolean lower = from <= tens << 2;
            if (lower != (tens + 10 << 2 <= to)) {
                return lower ? tens : tens + 10;
            }
        }
        boolean lower = from <= below << 2;
        if (lower != (below + 1 << 2 <= to)) {
            return lower ? below : below + 1;
        }
        long half =
                value - (2 * below + 1 << 1); // both are within, or none: the closer one, of equally close the even one
        return half < 0 || half == 0 && (below & 1) == 0 ? below : below + 1;
    }

    /** Returns the upper bits of the product; the last one is set, too, if anything was cut off. */
    private static long scaled(PowerOfTen power, long factor) {
        long middle = (power.high() * factor >>> 1) + Math.multiplyHigh(power.low(), factor);
        long whole = Math.multiplyHigh(power.high(), factor) + (middle >>> 63);
        return (middle & LOW_63) == 0 ? whole : whole | 1;
    }
}
