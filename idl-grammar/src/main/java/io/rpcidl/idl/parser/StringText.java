package io.rpcidl.idl.parser;

/** Strings as in JSON (RFC 8259, section 7): what a literal means, and what is wrong with it. */
final class StringText {

    /** Takes a mistake: where in the literal, how long, and what. */
    interface Mistakes {
        void at(int offset, int length, String message);
    }

    private final String literal;
    private final Mistakes mistakes;
    private final StringBuilder out = new StringBuilder();

    private StringText(String literal, Mistakes mistakes) {
        this.literal = literal;
        this.mistakes = mistakes;
    }

    /** Returns what a literal means that is known to have no mistakes. */
    static String decode(String literal) {
        return decode(literal, (offset, length, message) -> {});
    }

    static String decode(String literal, Mistakes mistakes) {
        return new StringText(literal, mistakes).decode();
    }

    private String decode() {
        int i = 1;
        while (i < literal.length() - 1) {
            char c = literal.charAt(i);
            if (c == '\\') {
                i += escape(i);
                continue;
            }
            if (c < 0x20) {
                mistakes.at(i, 1, "a string may not contain a control character; write an escape such as \\t");
            }
            out.append(c);
            i++;
        }
        checkSurrogates();
        return out.toString();
    }

    /** Decodes the escape at an offset and returns its length. */
    private int escape(int at) {
        char c = literal.charAt(at + 1);
        if (c == 'u') {
            return unicode(at);
        }
        int index = "\"\\/bfnrt".indexOf(c);
        if (index < 0) {
            int length = 1 + Character.charCount(literal.codePointAt(at + 1));
            mistakes.at(at, length, "unknown escape; there are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uXXXX");
            return length;
        }
        out.append("\"\\/\b\f\n\r\t".charAt(index));
        return 2;
    }

    private int unicode(int at) {
        int value = 0;
        for (int i = at + 2; i < at + 6; i++) {
            char c = i < literal.length() - 1 ? literal.charAt(i) : '"';
            int digit = c < 0x7F ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                mistakes.at(at, i - at, "\\u needs four hexadecimal digits");
                return i - at;
            }
            value = value * 16 + digit;
        }
        out.append((char) value);
        return 6;
    }

    /** JSON could write half a pair, but UTF-8 cannot. */
    private void checkSurrogates() {
        boolean lone = out.codePoints().anyMatch(each -> each >= 0xD800 && each <= 0xDFFF);
        if (lone) {
            mistakes.at(0, literal.length(), "the string contains half a surrogate pair");
        }
    }
}
