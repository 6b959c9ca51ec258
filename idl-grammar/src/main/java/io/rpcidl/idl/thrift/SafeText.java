package io.rpcidl.idl.thrift;

import java.util.Locale;

/** Text of strangers, made fit for comments: nothing in it ends a line, moves the cursor or turns the text around. */
final class SafeText {

    private SafeText() {}

    /** Returns a text on one line, cut to a number of code points. */
    static String line(String text, int longest) {
        boolean longer = text.codePointCount(0, text.length()) > longest;
        String cut = longer ? text.substring(0, text.offsetByCodePoints(0, longest)) : text;
        return of(cut.replaceAll("\\s+", " ").strip()) + (longer ? "..." : "");
    }

    /** Returns a text of one line with an escape in place of what is invisible; tabs stay. */
    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(each -> {
            if (isUnsafe(each)) {
                out.append(String.format(Locale.ROOT, "<U+%04X>", each));
            } else {
                out.appendCodePoint(each);
            }
        });
        return out.toString();
    }

    /** Returns whether a character is better not printed as itself; none of those is outside the first plane. */
    static boolean isUnsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint != '\t';
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> isDirection(codePoint);
        };
    }

    /** Controls of direction (UAX 9), and the byte order mark. */
    private static boolean isDirection(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C
                || c == 0xFEFF;
    }
}
