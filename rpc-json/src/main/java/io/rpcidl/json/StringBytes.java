package io.rpcidl.json;

import io.rpcidl.json.JsonException.Kind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Strings as JSON bytes: escapes and UTF-8, for what is more than plain ASCII. */
final class StringBytes {

    static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    /** The bytes that one character may become: those of an escape. */
    static final int MAX_BYTES = 6;

    /** What no character is: a bit for those that have an escape. */
    static final int ESCAPE = 0x10000;

    /** {@link #ESCAPE} for the characters below 0x80 that have one. */
    private static final int[] ESCAPED = new int[0x80];

    static {
        Arrays.fill(ESCAPED, 0, ' ', ESCAPE);
        ESCAPED['"'] = ESCAPE;
        ESCAPED['\\'] = ESCAPE;
    }

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private StringBytes() {}

    /**
     * Copies a string as if each of its characters were one byte as it is, and returns their bits, which tell whether that
     * is so: {@link #isPlain}, {@link #isAscii}. An exit from the loop would make it slower, but for text that is not Latin,
     * which mostly shows at once.
     */
    static int copyPlain(String value, byte[] target, int position) {
        int length = value.length();
        int bits = length == 0 ? 0 : value.charAt(0);
        if (bits >= 0x80) {
            return Character.MAX_VALUE;
        }
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            bits |= c | ESCAPED[c & 0x7f];
            target[position + i] = (byte) c;
        }
        return bits;
    }

    /** Returns whether characters with these bits are their own bytes. */
    static boolean isPlain(int bits) {
        return bits < 0x80;
    }

    /** Returns whether characters with these bits are below 0x80, with or without escapes. */
    static boolean isAscii(int bits) {
        return (bits & 0xff80) == 0;
    }

    /** Copies characters below 0x80. */
    @SuppressWarnings("deprecation") // deprecated for what it does to other characters
    static void copy(String ascii, int from, int to, byte[] target, int position) {
        ascii.getBytes(from, to, target, position);
    }

    /** Writes characters at a position with room for {@link #MAX_BYTES} each, and returns the position behind them. */
    static int write(byte[] target, int position, char[] run, int count) {
        int at = position;
        for (int i = 0; i < count; i++) {
            char c = run[i];
            if (c < 0x80) {
                at = ascii(target, at, c);
            } else if (c < 0x800) {
                target[at++] = (byte) (0xc0 | c >> 6);
                target[at++] = (byte) (0x80 | c & 0x3f);
            } else if (Character.isSurrogate(c)) {
                at = writePair(target, at, c, i + 1 < count ? run[i + 1] : 0);
                i++;
            } else {
                INTS.set(target, at, 0x80_80e0 | c >> 12 | (c >> 6 & 0x3f) << 8 | (c & 0x3f) << 16);
                at += 3;
            }
        }
        return at;
    }

    /** Writes a character below 0x80 with room for its escape, and returns the position behind it. */
    static int ascii(byte[] target, int position, char c) {
        if (ESCAPED[c] != 0) {
            return escape(target, position, c);
        }
        target[position] = (byte) c;
        return position + 1;
    }

    private static int writePair(byte[] target, int position, char high, char low) {
        if (!Character.isSurrogatePair(high, low)) {
            throw new JsonException(Kind.SHAPE, "string with a lone surrogate");
        }
        int c = Character.toCodePoint(high, low);
        target[position] = (byte) (0xf0 | c >> 18);
        target[position + 1] = (byte) (0x80 | c >> 12 & 0x3f);
        target[position + 2] = (byte) (0x80 | c >> 6 & 0x3f);
        target[position + 3] = (byte) (0x80 | c & 0x3f);
        return position + 4;
    }

    private static int escape(byte[] target, int position, char c) {
        target[position] = '\\';
        int at = position + 1;
        switch (c) {
            case '"', '\\' -> target[at++] = (byte) c;
            case '\n' -> target[at++] = 'n';
            case '\r' -> target[at++] = 'r';
            case '\t' -> target[at++] = 't';
            case '\b' -> target[at++] = 'b';
            case '\f' -> target[at++] = 'f';
            default -> {
                target[at++] = 'u';
                target[at++] = '0';
                target[at++] = '0';
                target[at++] = HEX[c >> 4];
                target[at++] = HEX[c & 0xf];
            }
        }
        return at;
    }
}
