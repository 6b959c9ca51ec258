package io.rpcidl.idl.parser;

/**
 * Text with U+007F in place of everything outside ASCII, for the lexer. So its offsets are those of the text (ANTLR
 * would count code points), and its tables, which hold ASCII only, serve comments in any language at full speed. The
 * text of a token is always taken from the source.
 */
final class AsciiText {

    private static final char PLACEHOLDER = '\u007F';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private AsciiText() {}

    static String of(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] > PLACEHOLDER) {
                chars[i] = PLACEHOLDER;
            }
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            chars[0] = ' ';
        }
        return new String(chars);
    }
}
