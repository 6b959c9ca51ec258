package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes words and values of tokens that were found to be well formed. */
final class ValueBuilder {

    private static final int EXCERPT = 200;

    private final SourceFile file;

    ValueBuilder(SourceFile file) {
        this.file = file;
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

    long whole(Token token) {
        return Literals.whole(file, token, new DiagnosticSink());
    }

    String text(Token token) {
        return Literals.text(file, token, new DiagnosticSink());
    }

    /** Returns a string as comments quote it. */
    String quoted(TerminalNode string) {
        return SafeText.line(Places.text(file, string.getSymbol()), EXCERPT);
    }
}
