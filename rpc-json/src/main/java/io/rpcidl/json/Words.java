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
    private static final long HIGHS = ONES << 7;
    private static final long LINE_ENDS = ONES * '\n';
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

    /** Returns the offset of the first quote, backslash or control character, or the end of the stretch. */
    static int stopEnd(byte[] text, int from, int end) {
        int at = from;
        for (; end - at >= SIZE; at += SIZE) {
            long word = get(text, at);
            long found = stops(word) & ~word & HIGHS;
            if (found != 0) {
                return at + first(found);
            }
        }
        while (at < end && (text[at] < 0 || (stops(text[at]) & 0x80) == 0)) {
            at++;
        }
        return at;
    }

    /** Returns the offset of the first byte that is not a string's as it is, as {@link #plain} counts them, or the end. */
    static int plainEnd(byte[] text, int from, int end) {
        int at = from;
        for (; end - at >= SIZE; at += SIZE) {
            int plain = plain(get(text, at));
            if (plain < SIZE) {
                return at + plain;
            }
        }
        while (at < end && isPlain(text[at])) {
            at++;
        }
        return at;
    }

    /** Returns how many of the first bytes are a string's as they are: ASCII without an escape, and no quote. */
    static int plain(long word) {
        return first((stops(word) | word) & HIGHS);
    }

    private static boolean isPlain(byte b) {
        return b >= 0 && (stops(b) & 0x80) == 0;
    }

    /** Copies, eight at a time, the bytes up to {@link #plainEnd}, and maybe some of those behind; returns how many are plain. */
    static int copyPlain(byte[] text, int from, int end, byte[] target, int position) {
        int at = from;
        for (; end - at >= SIZE; at += SIZE) {
            long word = get(text, at);
            put(target, position + at - from, word);
            int plain = plain(word);
            if (plain < SIZE) {
                return at + plain - from;
            }
        }
        for (; at < end && isPlain(text[at]); at++) {
            target[position + at - from] = text[at];
        }
        return at - from;
    }

    /** Returns what kinds of bytes a stretch has, as {@link StringBytes#isPlain} and the like understand it. */
    static int bits(byte[] text, int from, int end) {
        if (plainEnd(text, from, end) == end) {
            return 0;
        }
        long bits = 0;
        int at = from;
        for (; end - at >= SIZE; at += SIZE) {
            bits |= get(text, at);
        }
        while (at < end) {
            bits |= text[at++];
        }
        return (bits & HIGHS) == 0 ? StringBytes.ESCAPE : Character.MAX_VALUE;
    }

    /** Returns the offset of the first line feed, or the end of the stretch. */
    static int lineEnd(byte[] text, int from, int end) {
        int at = from;
        for (; end - at >= SIZE; at += SIZE) {
            long others = get(text, at) ^ LINE_ENDS;
            long found = (others - ONES) & ~others & HIGHS;
            if (found != 0) {
                return at + first(found);
            }
        }
        while (at < end && text[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Returns the number of the first byte of which a bit is set, or 8. */
    private static int first(long bits) {
        return Long.numberOfTrailingZeros(bits) >> 3;
    }

    /**
     * Marks, with their highest bit, bytes that end a run of characters: a quote, a backslash or a control character. Says
     * nothing of bytes that have that bit themselves. Right up to the first that it marks, for only such a byte borrows from the next.
     */
    private static long stops(long word) {
        return ((word ^ QUOTES) - ONES) | ((word ^ BACKSLASHES) - ONES) | (word - SPACES);
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
