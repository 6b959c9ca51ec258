package io.rpcidl.runtime.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON strings as Java strings: where they end, and what their bytes mean. */
final class StringText {

    private StringText() {}

    /** Decodes bytes below 0x80. */
    static String ascii(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Returns the offset of the closing quote, or {@code -(offset of the mistake) - 1}. */
    static int end(byte[] text, int from, int end) {
        int at = Words.stopEnd(text, from, end);
        while (at < end && text[at] == '\\') {
            at = Words.stopEnd(text, at + 2, end);
        }
        if (at >= end) {
            return -end - 1;
        }
        return text[at] == '"' ? at : -at - 1;
    }

    /**
     * Decodes the bytes between two quotes, or returns null if an escape, a surrogate or the UTF-8 is wrong.
     *
     * @param chars room for as many characters as there are bytes; the JDK's own decoder makes arrays for each string
     */
    static @Nullable String decode(byte[] text, int from, int to, char[] chars) {
        int length = 0;
        boolean surrogates = false;
        for (int at = from; at < to; ) {
            int c = text[at];
            if (c == '\\') {
                int unit = unescape(text, at, to);
                if (unit < 0) {
                    return null;
                }
                surrogates |= Character.isSurrogate((char) unit);
                chars[length++] = (char) unit;
                at += text[at + 1] == 'u' ? 6 : 2;
            } else if (c >= 0) {
                chars[length++] = (char) c;
                at++;
            } else {
                int size = sequence(text, at, to);
                if (size == 0) {
                    return null;
                }
                length = decode(text, at, size, chars, length);
                at += size;
            }
        }
        return surrogates && !pairsUp(chars, length) ? null : new String(chars, 0, length);
    }

    /** Returns the length of a well-formed UTF-8 sequence of more than one byte (RFC 3629, section 4), or 0. */
    private static int sequence(byte[] text, int at, int to) {
        int first = text[at] & 0xff;
        if (first < 0xc2 || first > 0xf4) {
            return 0;
        }
        int length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        if (at + length > to) {
            return 0;
        }
        int second = text[at + 1] & 0xff;
        int low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        int high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (second < low || second > high) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((text[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** Decodes a well-formed sequence and returns the new number of characters. */
    private static int decode(byte[] text, int at, int size, char[] chars, int length) {
        int second = text[at + 1] & 0x3f;
        if (size == 2) {
            chars[length] = (char) ((text[at] & 0x1f) << 6 | second);
            return length + 1;
        }
        int third = text[at + 2] & 0x3f;
        if (size == 3) {
            chars[length] = (char) ((text[at] & 0xf) << 12 | second << 6 | third);
            return length + 1;
        }
        int point = (text[at] & 7) << 18 | second << 12 | third << 6 | text[at + 3] & 0x3f;
        return length + Character.toChars(point, chars, length);
    }

    /** Returns the character of an escape, or -1. */
    private static int unescape(byte[] text, int at, int to) {
        if (text[at + 1] == 'u') {
            return at + 6 <= to ? hex(text, at + 2) : -1;
        }
        int simple = "\"\\/bfnrt".indexOf(text[at + 1]);
        return simple < 0 ? -1 : "\"\\/\b\f\n\r\t".charAt(simple);
    }

    private static int hex(byte[] text, int from) {
        int unit = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = text[i] < 0 ? -1 : Character.digit(text[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    private static boolean pairsUp(char[] chars, int length) {
        for (int i = 0; i < length; i++) {
            if (Character.isSurrogate(chars[i])) {
                boolean pair =
                        Character.isHighSurrogate(chars[i]) && i + 1 < length && Character.isLowSurrogate(chars[i + 1]);
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
