package io.rpcidl.idl.parser;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Refuses brackets that are nested too deeply. All recursion of the grammar goes through brackets, so what passes here
 * cannot overflow the stack of the parser, nor of anything behind it.
 */
final class DepthCheck {

    /** How deep brackets of all kinds may be nested. */
    static final int LIMIT = 64;

    /** The closing bracket of each open one, the innermost first. */
    private final Deque<Integer> open = new ArrayDeque<>();

    private DepthCheck() {}

    /** Returns whether a file may be parsed, and reports why not. */
    static boolean check(SourceFile file, List<Token> tokens, DiagnosticSink sink) {
        DepthCheck check = new DepthCheck();
        for (Token token : tokens) {
            check.take(token.getType());
            if (check.open.size() > LIMIT) {
                sink.add(
                        Code.TOO_DEEP,
                        Tokens.span(file, token),
                        "brackets are nested more than " + LIMIT + " levels deep");
                return false;
            }
        }
        return true;
    }

    private void take(int type) {
        switch (type) {
            case RpcidlLexer.LEFT_BRACE -> open.push(RpcidlLexer.RIGHT_BRACE);
            case RpcidlLexer.LEFT_PAREN -> open.push(RpcidlLexer.RIGHT_PAREN);
            case RpcidlLexer.LEFT_BRACKET -> open.push(RpcidlLexer.RIGHT_BRACKET);
            case RpcidlLexer.LEFT_ANGLE -> open.push(RpcidlLexer.RIGHT_ANGLE);
            case RpcidlLexer.RIGHT_BRACE -> closeBrace();
            case RpcidlLexer.SEMICOLON -> closeUntilBrace();
            default -> {
                if (!open.isEmpty() && open.peek() == type) {
                    open.pop();
                }
            }
        }
    }

    private void closeBrace() {
        closeUntilBrace();
        open.poll();
    }

    /** A bracket that was never closed must not count for the rest of the file. */
    private void closeUntilBrace() {
        while (!open.isEmpty() && open.peek() != RpcidlLexer.RIGHT_BRACE) {
            open.pop();
        }
    }
}
