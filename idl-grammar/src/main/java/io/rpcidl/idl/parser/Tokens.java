package io.rpcidl.idl.parser;

import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Where tokens stand, and what they say, in terms of the source. */
final class Tokens {

    private Tokens() {}

    static Span span(SourceFile file, Token token) {
        int length = file.text().length();
        int start = Math.min(token.getStartIndex(), length);
        return new Span(file, start, Math.max(start, Math.min(token.getStopIndex() + 1, length)));
    }

    static Span span(SourceFile file, ParserRuleContext context) {
        return new Span(file, context.start.getStartIndex(), context.stop.getStopIndex() + 1);
    }

    /** Returns the point behind a token. */
    static Span behind(SourceFile file, Token token) {
        int end = span(file, token).end();
        return new Span(file, end, end);
    }

    static String text(SourceFile file, Token token) {
        Span span = span(file, token);
        return file.text().substring(span.start(), span.end());
    }

    static boolean isName(int type) {
        return type == RpcidlLexer.NAME || (type >= RpcidlLexer.RPCIDL && type <= RpcidlLexer.THROWS);
    }

    /** Returns whether a word can begin an item, an annotation apart. */
    static boolean beginsItem(int type) {
        return isName(type) && type != RpcidlLexer.NAME && type != RpcidlLexer.AS && type <= RpcidlLexer.ANNOTATION;
    }
}
