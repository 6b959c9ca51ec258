package io.rpcidl.json;

import java.util.Arrays;

/** What JSON strings write behind a backslash, and ASCII that has some of it. */
final class Escapes {

    /** The characters that stand behind a backslash, and what they mean there. */
    private static final String SIMPLE = "\"\\/bfnrt";

    private static final byte[] MEANINGS = new byte[0x80];

    static {
        Arrays.fill(MEANINGS, (byte) -1);
        for (int i = 0; i < SIMPLE.length(); i++) {
            MEANINGS[SIMPLE.charAt(i)] = (byte) "\"\\/\b\f\n\r\t".charAt(i);
        }
    }

    private Escapes() {}

    /** Passes over ASCII from an offset where its plain bytes end: returns that of the quote, or of what is not ASCII. */
    static int asciiEnd(byte[] text, int from, int end) {
        int at = from;
        while (end - at > 1 && text[at] == '\\' && (text[at + 1] != 'u' || isAscii(text, at + 2, end))) {
            at = Words.plainEnd(text, at + 2, end);
        }
        return at;
    }

    private static boolean isAscii(byte[] text, int digits, int end) {
        return end - digits >= 4 && text[digits] == '0' && text[digits + 1] == '0' && (text[digits + 2] & ~7) == '0';
    }

    /**
     * Copies ASCII as its escapes mean it, run by run.
     *
     * @param target has room for as many bytes as are read
     * @return how many bytes there are then, or -1 if an escape is none
     */
    static int copyAscii(byte[] text, int from, int to, byte[] target) {
        int at = 0;
        for (int next = from; next < to; ) {
            int plain = Words.copyPlain(text, next, to, target, at);
            at += plain;
            next += plain;
            if (next < to) {
                int c = read(text, next, to);
                if (c < 0) {
                    return -1;
                }
                target[at++] = (byte) c;
                next += size(text, next);
            }
        }
        return at;
    }

    /** Returns the character of an escape, or -1. */
    static int read(byte[] text, int at, int to) {
        int c = text[at + 1];
        if (c == 'u') {
            return at + 6 <= to ? hex(text, at + 2) : -1;
        }
        return c < 0 ? -1 : MEANINGS[c];
    }

    /** Returns the bytes of an escape, its backslash included. */
    static int size(byte[] text, int at) {
        return text[at + 1] == 'u' ? 6 : 2;
    }

    /** Returns the number of four digits, or a negative one: what is no digit is -1, all bits set. */
    private static int hex(byte[] text, int from) {
        int unit = 0;
        for (int i = from; i < from + 4; i++) {
            unit = unit << 4 | Character.digit(text[i], 16);
        }
        return unit;
    }
}
