package io.rpcidl.json;

import io.rpcidl.json.TextCodec.Parser;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON strings as Java strings: where they end, and what their bytes mean. */
final class StringText {

    /** The type of strings themselves. */
    static final Parser<String> STRING = StringText::ascii;

    /** What makes six bits of any byte but the first of a sequence; of others it makes more, or a negative number. */
    private static final int NEXT = (byte) 0x80;

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
     * Reads the string at which a scanner stands as a value of a type; that of strings is {@link #STRING}. One method on
     * purpose: HotSpot copies methods of up to 325 bytes of code into their callers, and a codec with a copy of all this
     * for each of its fields is too large to be compiled well.
     */
    @SuppressWarnings("unchecked") // who asks for a STRING asks for strings
    static <T> T read(JsonScanner in, String type, Parser<T> parser) {
        if (in.peek() != '"') {
            throw in.expected(type);
        }
        byte[] text = in.text;
        int from = in.position + 1;
        int at = Words.plainEnd(text, from, in.end);
        int ascii = Escapes.asciiEnd(text, at, in.end);
        int close = end(text, ascii, in.end);
        if (close < 0) {
            throw in.syntaxAt(-close - 1, "string with a bad character or without an end");
        }
        in.position = close + 1;
        if (close == at) {
            return parser == STRING
                    ? (T) ascii(text, from, close)
                    : parsed(in, type, parser.parse(text, from, close), from - 1);
        }
        if (close == ascii) {
            byte[] bytes = in.bytes(close - from);
            int count = Escapes.copyAscii(text, from, close, bytes);
            if (count >= 0) {
                return parser == STRING
                        ? (T) ascii(bytes, 0, count)
                        : parsed(in, type, parser.parse(bytes, 0, count), from - 1);
            }
        }
        char[] chars = in.chars(close - from);
        int length = 0;
        boolean surrogates = false;
        boolean wrong = false;
        for (at = from; at < close; ) {
            int c = text[at++];
            if (c == '\\') {
                c = Escapes.read(text, at - 1, close);
                at += Escapes.size(text, at - 1) - 1;
                surrogates |= Character.isSurrogate((char) c);
            } else if (c >= (byte) 0xe0 && c < (byte) 0xf0 && close - at > 1) {
                int second = text[at] ^ NEXT;
                int third = text[at + 1] ^ NEXT;
                c = (c & 0xf) << 12 | second << 6 | third;
                wrong |= (second | third) >>> 6 != 0 || c < 0x800 || Character.isSurrogate((char) c);
                at += 2;
            } else if (c < 0) {
                c = point(text, at - 1, close);
                at += c < 0x800 ? 1 : 3;
                if (c > Character.MAX_VALUE) {
                    chars[length++] = Character.highSurrogate(c);
                    c = Character.lowSurrogate(c);
                }
            }
            wrong |= c < 0;
            chars[length++] = (char) c;
        }
        String value = new String(chars, 0, length);
        if (wrong || (surrogates && value.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE))) {
            in.position = from;
            throw in.syntaxAt(from - 1, "string with a bad escape, a lone surrogate or invalid UTF-8");
        }
        if (parser == STRING) {
            return (T) value;
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return parsed(in, type, parser.parse(utf8, 0, utf8.length), from - 1);
    }

    private static <T> T parsed(JsonScanner in, String type, @Nullable T value, int from) {
        if (value == null) {
            in.position = from;
            throw in.shape("expected " + type + ", got another string");
        }
        return value;
    }

    /** Returns the character of a sequence of two or of four bytes (RFC 3629, section 4), or -1. */
    private static int point(byte[] text, int at, int to) {
        int first = text[at] & 0xff;
        int size = first < 0xe0 ? 2 : 4;
        if (first < 0xc2 || (size == 4 && first < 0xf0) || first > 0xf4 || to - at < size) {
            return -1;
        }
        int point = size == 2 ? first & 0x1f : first & 0x7;
        for (int i = at + 1; i < at + size; i++) {
            int next = text[i] ^ NEXT;
            if (next >>> 6 != 0) {
                return -1;
            }
            point = point << 6 | next;
        }
        boolean right = size == 2 || (point > Character.MAX_VALUE && point <= Character.MAX_CODE_POINT);
        return right ? point : -1;
    }
}
