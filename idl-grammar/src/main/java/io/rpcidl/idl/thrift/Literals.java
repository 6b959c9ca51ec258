package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import org.antlr.v4.runtime.Token;

/** What strings and whole numbers mean, and what is wrong with them. */
final class Literals {

    private Literals() {}

    /** Returns a number of 64 bits, decimal or, after {@code 0x}, hexadecimal. */
    static long whole(SourceFile file, Token token, DiagnosticSink sink) {
        String text = Places.text(file, token);
        int hexadecimal = text.indexOf("0x");
        try {
            return hexadecimal < 0
                    ? Long.parseLong(text)
                    : Long.parseLong(text.substring(0, hexadecimal) + text.substring(hexadecimal + 2), 16);
        } catch (NumberFormatException e) {
            String message = "'" + Places.excerpt(text) + "' does not fit into 64 bits";
            sink.add(Code.THRIFT_WORD, Places.span(file, token), message);
            return 0;
        }
    }

    /** Returns a string's text, escapes resolved. */
    static String text(SourceFile file, Token token, DiagnosticSink sink) {
        String literal = Places.text(file, token);
        StringBuilder out = new StringBuilder(literal.length());
        for (int i = 1; i < literal.length() - 1; i++) {
            char c = literal.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            i++;
            int index = "rnt\"'\\".indexOf(literal.charAt(i));
            if (index < 0) {
                int start = token.getStartIndex() + i - 1;
                Span span = new Span(file, start, start + 1 + Character.charCount(literal.codePointAt(i)));
                sink.add(Code.THRIFT_WORD, span, "unknown escape; Thrift has \\r \\n \\t \\\" \\' and \\\\");
            } else {
                out.append("\r\n\t\"'\\".charAt(index));
            }
        }
        return out.toString();
    }
}
