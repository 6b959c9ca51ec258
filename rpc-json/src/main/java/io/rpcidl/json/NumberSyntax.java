package io.rpcidl.json;

import java.nio.charset.StandardCharsets;

/** The grammar of JSON numbers (RFC 8259, section 6). */
final class NumberSyntax {

    private NumberSyntax() {}

    /** Returns the offset behind the number at an offset, or -1 if there is none. */
    static int end(byte[] text, int from, int end) {
        int at = from < end && text[from] == '-' ? from + 1 : from;
        int whole = digits(text, at, end);
        if (whole == at || (whole - at > 1 && text[at] == '0')) {
            return -1;
        }
        at = whole;
        if (at < end && text[at] == '.') {
            int fraction = digits(text, at + 1, end);
            if (fraction == at + 1) {
                return -1;
            }
            at = fraction;
        }
        if (at < end && (text[at] | 0x20) == 'e') {
            boolean sign = at + 1 < end && (text[at + 1] == '+' || text[at + 1] == '-');
            int exponent = sign ? at + 2 : at + 1;
            at = digits(text, exponent, end);
            if (at == exponent) {
                return -1;
            }
        }
        return at;
    }

    /** Returns whether the whole text is a number. */
    static boolean isNumber(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return end(bytes, 0, bytes.length) == bytes.length;
    }

    /** Returns whether the whole text is a number without fraction and exponent. */
    static boolean isInteger(String text) {
        return isNumber(text) && text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    }

    private static int digits(byte[] text, int from, int end) {
        int at = from;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at;
    }
}
