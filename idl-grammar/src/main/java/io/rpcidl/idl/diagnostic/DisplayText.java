package io.rpcidl.idl.diagnostic;

import java.util.Locale;

/** How text looks on a terminal: what is printed for a character, and how many columns that takes. */
final class DisplayText {

    private static final int TAB_STOP = 4;

    private DisplayText() {}

    /**
     * Returns what is printed for a code point that stands in a column counted from 0: spaces for a tab, an escape for
     * what is invisible or would move the cursor, itself otherwise.
     */
    static String shown(int codePoint, int column) {
        if (codePoint == '\t') {
            return " ".repeat(TAB_STOP - column % TAB_STOP);
        }
        return isUnsafe(codePoint) ? String.format(Locale.ROOT, "\\u{%x}", codePoint) : Character.toString(codePoint);
    }

    /** Returns a text on one line without anything unsafe. */
    static String safe(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(each -> out.append(each == '\t' ? " " : shown(each, 0)));
        return out.toString();
    }

    /** Returns how many columns a code point takes that is shown as itself. */
    static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    /** Returns how many columns a printed text takes. */
    static int width(String shown) {
        return shown.codePoints().map(DisplayText::width).sum();
    }

    private static boolean isUnsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** The ranges of Unicode's East Asian Width (UAX 11) that terminals show in two columns, without the rare ones. */
    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0x303E)
                || (c >= 0x3041 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }
}
