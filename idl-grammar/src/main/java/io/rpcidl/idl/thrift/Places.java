package io.rpcidl.idl.thrift;

import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Where tokens stand, and what they say, in terms of the source. */
final class Places {

    private static final int EXCERPT = 40;

    private Places() {}

    static Span span(SourceFile file, Token token) {
        int length = file.text().length();
        int start = Math.min(token.getStartIndex(), length);
        return new Span(file, start, Math.max(start, Math.min(token.getStopIndex() + 1, length)));
    }

    static Span span(SourceFile file, ParserRuleContext context) {
        int start = span(file, context.getStart()).start();
        return new Span(
                file, start, Math.max(start, span(file, context.getStop()).end()));
    }

    static String text(SourceFile file, Token token) {
        Span span = span(file, token);
        return file.text().substring(span.start(), span.end());
    }

    /** Returns a text as messages quote it: on one line and not too long. */
    static String excerpt(String text) {
        return SafeText.line(text, EXCERPT);
    }
}
