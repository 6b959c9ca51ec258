package io.rpcidl.runtime.json;

import io.rpcidl.runtime.json.JsonException.Kind;

/** Strings as JSON bytes: escapes and UTF-8, for what the writer's fast loop leaves. */
final class StringBytes {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private StringBytes() {}

    /** Returns whether a character is written as one byte, as it is. */
    static boolean isPlain(char c) {
        return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
    }

    /** Writes a string's characters from an index on, without quotes. */
    static void writeRest(JsonWriter out, String value, int from) {
        int count = value.length();
        for (int i = from; i < count; i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                writeAscii(out, c);
            } else if (c < 0x800) {
                out.put(0xc0 | c >> 6);
                out.put(0x80 | c & 0x3f);
            } else if (Character.isSurrogate(c)) {
                writePair(out, value, i++);
            } else {
                out.put(0xe0 | c >> 12);
                out.put(0x80 | c >> 6 & 0x3f);
                out.put(0x80 | c & 0x3f);
            }
        }
    }

    private static void writePair(JsonWriter out, String value, int index) {
        char high = value.charAt(index);
        if (!Character.isHighSurrogate(high)
                || index + 1 == value.length()
                || !Character.isLowSurrogate(value.charAt(index + 1))) {
            throw new JsonException(Kind.SHAPE, "string with a lone surrogate at index " + index);
        }
        int c = Character.toCodePoint(high, value.charAt(index + 1));
        out.put(0xf0 | c >> 18);
        out.put(0x80 | c >> 12 & 0x3f);
        out.put(0x80 | c >> 6 & 0x3f);
        out.put(0x80 | c & 0x3f);
    }

    private static void writeAscii(JsonWriter out, char c) {
        if (isPlain(c) || c == 0x7f) {
            out.put(c);
            return;
        }
        out.put('\\');
        switch (c) {
            case '"', '\\' -> out.put(c);
            case '\n' -> out.put('n');
            case '\r' -> out.put('r');
            case '\t' -> out.put('t');
            case '\b' -> out.put('b');
            case '\f' -> out.put('f');
            default -> {
                out.put('u');
                out.put('0');
                out.put('0');
                out.put(HEX[c >> 4]);
                out.put(HEX[c & 0xf]);
            }
        }
    }
}
