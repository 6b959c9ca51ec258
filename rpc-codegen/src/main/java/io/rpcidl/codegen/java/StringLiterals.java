package io.rpcidl.codegen.java;

import com.palantir.javapoet.CodeBlock;

/**
 * Text of a contract as a Java string, in ASCII: a build that takes sources for another encoding than UTF-8 would else
 * change a default without a word. (JavaPoet's own {@code $S} also breaks a line at U+2028, in the middle of a string.)
 */
final class StringLiterals {

    private StringLiterals() {}

    /** Returns the literal. */
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
                    if (c >= ' ' && c < 0x7f) {
                        literal.append((char) c);
                    } else {
                        escape(literal, c);
                    }
                }
            }
        });
        return CodeBlock.of("$L", literal.append('"'));
    }

    private static void escape(StringBuilder literal, int c) {
        for (char unit : Character.toChars(c)) {
            literal.append("\\u").append(Integer.toHexString(0x10000 + unit), 1, 5);
        }
    }
}
