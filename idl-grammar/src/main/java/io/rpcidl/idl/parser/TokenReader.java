package io.rpcidl.idl.parser;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/** Cuts a file into tokens, and gives up on a file with too many of them, as each costs memory. */
final class TokenReader {

    /** How many tokens a file may have. */
    static final int LIMIT = 1_000_000;

    private TokenReader() {}

    static Optional<List<Token>> read(SourceFile file, DiagnosticSink sink) {
        RpcidlLexer lexer = new RpcidlLexer(CharStreams.fromString(AsciiText.of(file.text())));
        lexer.removeErrorListeners();
        List<Token> tokens = new ArrayList<>();
        Token token;
        do {
            token = lexer.nextToken();
            token = withIndex(token, tokens.size());
            tokens.add(token);
            if (tokens.size() > LIMIT) {
                sink.add(Code.TOO_MANY_TOKENS, Tokens.span(file, token), "the file has more than " + LIMIT + " words");
                return Optional.empty();
            }
        } while (token.getType() != Token.EOF);
        return Optional.of(tokens);
    }

    private static Token withIndex(Token token, int index) {
        ((WritableToken) token).setTokenIndex(index);
        return token;
    }
}
