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
        int at = from;
        while (at < end) {
            int c = text[at];
            if (c == '"') {
                return at;
            }
            if (c >= 0 && c < 0x20) {
                return -at - 1;
            }
            at += c == '\\' ? 2 : 1;
        }
        return -end - 1;
    }

    /** Decodes the bytes between two quotes, or returns null if an escape, a surrogate or the UTF-8 is wrong. */
    static @Nullable String decode(byte[] text, int from, int to) {
        boolean escapes = false;
        for (int at = from; at < to; ) {
            int c = text[at];
            if (c == '\\') {
                escapes = true;
                at += 2;
            } else if (c >= 0) {
                at++;
            } else {
                int length = sequence(text, at, to);
                if (length == 0) {
                    return null;
                }
                at += length;
            }
        }
        String value = new String(text, from, to - from, StandardCharsets.UTF_8);
        return escapes ? unescape(value) : value;
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

    private static @Nullable String unescape(String value) {
        StringBuilder plain = new StringBuilder(value.length());
        int from = 0;
        for (int at = value.indexOf('\\'); at >= 0; at = value.indexOf('\\', from)) {
            plain.append(value, from, at);
            char c = value.charAt(at + 1);
            if (c == 'u') {
                int unit = hex(value, at + 2);
                if (unit < 0) {
                    return null;
                }
                plain.append((char) unit);
                from = at + 6;
            } else {
                int simple = "\"\\/bfnrt".indexOf(c);
                if (simple < 0) {
                    return null;
                }
                plain.append("\"\\/\b\f\n\r\t".charAt(simple));
                from = at + 2;
            }
        }
        plain.append(value, from, value.length());
        return pairsUp(plain) ? plain.toString() : null;
    }

    private static int hex(String value, int from) {
        if (from + 4 > value.length()) {
            return -1;
        }
        int unit = 0;
        for (int i = from; i < from + 4; i++) {
            char c = value.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    private static boolean pairsUp(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = Character.isHighSurrogate(text.charAt(i))
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
