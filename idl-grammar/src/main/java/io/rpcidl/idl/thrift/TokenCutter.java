package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/** Cuts a file into tokens. Names what is no token, and gives up on a file with too many, as each costs memory. */
final class TokenCutter {

    /** How many tokens a file may have. */
    static final int LIMIT = 1_000_000;

    private static final char PLACEHOLDER = '\u007F';

    private final SourceFile file;
    private final DiagnosticSink sink;
    private int refusedUntil;

    private TokenCutter(SourceFile file, DiagnosticSink sink) {
        this.file = file;
        this.sink = sink;
    }

    static Optional<List<Token>> cut(SourceFile file, DiagnosticSink sink) {
        return new TokenCutter(file, sink).cut();
    }

    private Optional<List<Token>> cut() {
        ThriftLexer lexer = new ThriftLexer(CharStreams.fromString(ascii(file.text())));
        lexer.removeErrorListeners();
        List<Token> tokens = new ArrayList<>();
        Token token;
        do {
            token = lexer.nextToken();
            ((WritableToken) token).setTokenIndex(tokens.size());
            tokens.add(token);
            check(token);
            if (tokens.size() > LIMIT) {
                sink.add(Code.TOO_MANY_TOKENS, Places.span(file, token), "the file has more than " + LIMIT + " words");
                return Optional.empty();
            }
        } while (token.getType() != Token.EOF);
        return Optional.of(tokens);
    }

    /**
     * ANTLR counts code points; with one character for each UTF-16 unit its offsets are those of the text. For its lines
     * to be those of the text too, every kind of line end becomes the one that it counts.
     */
    private static String ascii(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] > PLACEHOLDER) {
                chars[i] = i == 0 && chars[i] == '\uFEFF' ? ' ' : PLACEHOLDER;
            } else if (chars[i] == '\r' && (i + 1 == chars.length || chars[i + 1] != '\n')) {
                chars[i] = '\n';
            }
        }
        return new String(chars);
    }

    private void check(Token token) {
        switch (token.getType()) {
            case ThriftLexer.UNKNOWN -> refuseCharacter(token.getStartIndex());
            case ThriftLexer.UNCLOSED_STRING -> {
                String quote = file.text().substring(token.getStartIndex(), token.getStartIndex() + 1);
                sink.add(
                        Code.THRIFT_WORD,
                        Places.span(file, token),
                        "the string has no closing " + quote + " on its line");
            }
            case ThriftLexer.UNCLOSED_COMMENT ->
                sink.add(
                        Code.THRIFT_WORD,
                        new Span(file, token.getStartIndex(), token.getStartIndex() + 2),
                        "the comment has no closing '*/'");
            case ThriftLexer.STRING -> Literals.text(file, token, sink);
            case ThriftLexer.INTEGER -> Literals.whole(file, token, sink);
            default -> {}
        }
    }

    /** Refuses the first of several in a row, such as the letters of a word. */
    private void refuseCharacter(int offset) {
        boolean first = offset > refusedUntil || refusedUntil == 0;
        refusedUntil = offset + 1;
        if (!first) {
            return;
        }
        int codePoint = file.text().codePointAt(offset);
        Span span = new Span(file, offset, offset + Character.charCount(codePoint));
        sink.add(
                Code.THRIFT_WORD,
                span,
                "unexpected character '" + SafeText.of(Character.toString(codePoint))
                        + "' outside comments and strings");
    }
}
