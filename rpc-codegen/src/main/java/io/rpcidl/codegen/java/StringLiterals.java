package io.rpcidl.codegen.java;

import com.palantir.javapoet.CodeBlock;

/**
 * Text of a contract as a Java string. JavaPoet's own {@code $S} breaks a line at U+2028 and U+2029, which end no line in
 * Java, but leave the string without an end.
 */
final class StringLiterals {

    private StringLiterals() {}

    /** Returns the literal; what cannot be seen is written as an escape. */
    static CodeBlock of(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (isInvisible(c)) {
                        literal.append("\\u").append(Integer.toHexString(0x10000 + c), 1, 5);
                    } else {
                        literal.appendCodePoint(c);
                    }
                }
            }
        });
        return CodeBlock.of("$L", literal.append('"'));
    }

    /** Fixed ranges: what {@link Character} says of a character depends on the JDK. */
    private static boolean isInvisible(int c) {
        boolean control = c < ' ' || (c >= 0x7f && c <= 0xa0);
        boolean format = (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f);
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return control || format || half || c == 0xfeff;
    }
}
