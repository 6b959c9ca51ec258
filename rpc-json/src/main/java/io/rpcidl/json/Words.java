package io.rpcidl.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time, the first of them in the lowest bits (SWAR: one register as a short vector). The tests are
 * exact for the first byte that they find, and say nothing of those behind it.
 */
final class Words {

    static final int SIZE = Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    static final long HIGHS = ONES << 7;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';

    private Words() {}

    static long get(byte[] text, int at) {
        return (long) LONGS.get(text, at);
    }

    static void put(byte[] target, int at, long word) {
        LONGS.set(target, at, word);
    }

    /**
     * Returns the offset of the first quote, backslash or control character, or the end of the stretch.
     *
     * @param others bits of which a byte may have none: {@link #HIGHS} stop at what is not ASCII, too
     */
    static int stopEnd(byte[] text, int from, int end, long others) {
        int at = from;
        for (; end - at >= SIZE; at += SIZE) {
            long word = get(text, at);
            long found = stops(word) | (word & others);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >> 3);
            }
        }
        while (at < end && ((stops(text[at]) | (text[at] & others)) & 0x80) == 0) {
            at++;
        }
        return at;
    }

    /** Returns how many of the first bytes are a string's as they are: ASCII without an escape, and no quote. */
    static int plain(long word) {
        return Long.numberOfTrailingZeros(stops(word) | (word & HIGHS)) >> 3;
    }

    /** Marks the highest bit of bytes that end a run of characters: a quote, a backslash or a control character. */
    private static long stops(long word) {
        return zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES) | ((word - SPACES) & ~word & HIGHS);
    }

    private static long zeros(long word) {
        return (word - ONES) & ~word & HIGHS;
    }

    /** Returns how many of the first bytes are digits. */
    static int digits(long word) {
        long values = word ^ ONES * '0';
        long others = (values + ONES * 0x06 | values) & ONES * 0xf0;
        return Long.numberOfTrailingZeros(others) >> 3;
    }

    /** Returns the number that the first bytes, 1 to 8 of them and all digits, are in decimal. */
    static int number(long word, int count) {
        long value = (word & ONES * 0xf) << (Words.SIZE - count) * Byte.SIZE;
        value = (value * 10 + (value >>> 8)) & 0x00ff_00ff_00ff_00ffL;
        value = (value * 100 + (value >>> 16)) & 0x0000_ffff_0000_ffffL;
        return (int) (value * 10_000 + (value >>> 32));
    }
}
