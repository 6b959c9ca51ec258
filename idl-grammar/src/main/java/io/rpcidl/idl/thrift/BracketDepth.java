package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Refuses brackets that are nested too deeply: all recursion, of the parser and of what is behind it, goes through
 * brackets.
 */
final class BracketDepth {

    /** One less than contracts may have, as a type may become one with {@code @range(...)} behind it. */
    static final int LIMIT = 63;

    private final Deque<Integer> open = new ArrayDeque<>();

    private BracketDepth() {}

    /** Returns whether a file may be parsed, and reports why not. */
    static boolean check(SourceFile file, List<Token> tokens, DiagnosticSink sink) {
        BracketDepth depth = new BracketDepth();
        for (Token token : tokens) {
            depth.take(token.getType());
            if (depth.open.size() > LIMIT) {
                String message = "brackets are nested more than " + LIMIT + " levels deep";
                sink.add(Code.TOO_DEEP, Places.span(file, token), message);
                return false;
            }
        }
        return true;
    }

    private void take(int type) {
        switch (type) {
            case ThriftLexer.LEFT_BRACE -> open.push(ThriftLexer.RIGHT_BRACE);
            case ThriftLexer.LEFT_PAREN -> open.push(ThriftLexer.RIGHT_PAREN);
            case ThriftLexer.LEFT_BRACKET -> open.push(ThriftLexer.RIGHT_BRACKET);
            case ThriftLexer.LEFT_ANGLE -> open.push(ThriftLexer.RIGHT_ANGLE);
            default -> close(type);
        }
    }

    /** A brace also closes what was forgotten within it, which must not count for the rest of the file. */
    private void close(int type) {
        if (type == ThriftLexer.RIGHT_BRACE) {
            while (!open.isEmpty() && open.peek() != type) {
                open.pop();
            }
        }
        if (!open.isEmpty() && open.peek() == type) {
            open.pop();
        }
    }
}
