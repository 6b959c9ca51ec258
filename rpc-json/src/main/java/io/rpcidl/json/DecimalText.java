package io.rpcidl.json;

/** A decimal as Java writes it: plain from 0.001 to below 10,000,000, else with an exponent, and always with a fraction. */
final class DecimalText {

    private DecimalText() {}

    /** Returns the text of {@code digits·10^exponent}, without the zeros at its end; there is one digit at least. */
    static String of(boolean negative, long digits, int exponent) {
        long significant = digits;
        int zeros = 0;
        while (significant % 10 == 0) {
            significant /= 10;
            zeros++;
        }
        String text = Long.toString(significant);
        int point = text.length() + exponent + zeros; // how many digits stand before it
        StringBuilder out = new StringBuilder(25);
        if (negative) {
            out.append('-');
        }
        if (point > 7 || point < -2) {
            split(out, text, 1);
            return out.append('E').append(point - 1).toString();
        }
        if (point > 0) {
            split(out, text, point);
        } else {
            out.append("0.").append("00", 0, -point).append(text);
        }
        return out.toString();
    }

    private static void split(StringBuilder out, String text, int point) {
        if (text.length() > point) {
            out.append(text, 0, point).append('.').append(text, point, text.length());
        } else {
            out.append(text).append("000000", 0, point - text.length()).append(".0");
        }
    }
}
