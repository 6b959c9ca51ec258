package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;

/**
 * A string.
 *
 * @param value what it means, without quotes and escapes
 */
public record TextLiteral(String value, Span span) implements Literal {

    /**
     * Returns where a part of the value stands in the file, escapes considered.
     *
     * @param start offset of its first character in the value, in UTF-16 units
     * @param length how long it is, in UTF-16 units
     */
    public Span part(int start, int length) {
        int from = offset(start);
        return new Span(span.file(), from, Math.max(from, offset(start + length)));
    }

    private int offset(int index) {
        String text = span.file().text();
        int at = span.start() + 1;
        for (int i = 0; i < index && at < span.end() - 1; i++) {
            boolean escape = text.charAt(at) == '\\';
            at += !escape ? 1 : text.charAt(at + 1) == 'u' ? "\\uXXXX".length() : 2;
        }
        return Math.min(at, span.end() - 1);
    }
}
