package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes words and values, and reports strings and numbers that Thrift would refuse. */
final class ValueBuilder {

    private static final int EXCERPT = 200;

    private final SourceFile file;
    private final DiagnosticSink sink;

    ValueBuilder(SourceFile file, DiagnosticSink sink) {
        this.file = file;
        this.sink = sink;
    }

    Word word(Token token) {
        return new Word(Places.text(file, token), Places.span(file, token));
    }

    Word word(ThriftParser.NameContext context) {
        return word(context.getStart());
    }

    ThriftValue value(ThriftParser.ValueContext context) {
        Span span = Places.span(file, context);
        if (context.listValue() != null) {
            List<ThriftValue> items =
                    context.listValue().value().stream().map(this::value).toList();
            return new ThriftValue.Items(items, span);
        }
        if (context.mapValue() != null) {
            List<ThriftValue.Entry> entries = context.mapValue().mapEntry().stream()
                    .map(entry -> new ThriftValue.Entry(value(entry.value(0)), value(entry.value(1))))
                    .toList();
            return new ThriftValue.Entries(entries, span);
        }
        return scalar(context.getStart(), span);
    }

    private ThriftValue scalar(Token token, Span span) {
        return switch (token.getType()) {
            case ThriftParser.TRUE -> new ThriftValue.Whole(1, span);
            case ThriftParser.FALSE -> new ThriftValue.Whole(0, span);
            case ThriftParser.INTEGER -> new ThriftValue.Whole(whole(token), span);
            case ThriftParser.DOUBLE -> new ThriftValue.Fraction(Places.text(file, token), span);
            case ThriftParser.STRING -> new ThriftValue.Text(text(token), span);
            default -> new ThriftValue.Name(word(token));
        };
    }

    /** Returns a number of 64 bits, decimal or, after {@code 0x}, hexadecimal. */
    long whole(Token token) {
        String text = Places.text(file, token);
        try {
            int hexadecimal = text.indexOf("0x");
            return hexadecimal < 0
                    ? Long.parseLong(text)
                    : Long.parseLong(text.substring(0, hexadecimal) + text.substring(hexadecimal + 2), 16);
        } catch (NumberFormatException e) {
            sink.add(
                    Code.THRIFT_WORD,
                    Places.span(file, token),
                    "'" + Places.excerpt(text) + "' does not fit into 64 bits");
            return 0;
        }
    }

    /** Returns a string's text, escapes resolved. */
    String text(Token token) {
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

    /** Returns a string as comments quote it. */
    String quoted(TerminalNode string) {
        return SafeText.line(Places.text(file, string.getSymbol()), EXCERPT);
    }
}
