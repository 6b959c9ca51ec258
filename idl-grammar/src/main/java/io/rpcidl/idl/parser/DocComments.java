package io.rpcidl.idl.parser;

import io.rpcidl.idl.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** Finds the doc comment that belongs to what begins at a token: the last one between it and the token before it. */
final class DocComments {

    private final SourceFile file;
    private final CommonTokenStream tokens;

    DocComments(SourceFile file, CommonTokenStream tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    /** Returns the text without margins, lines separated by {@code \n}; empty if there is none. */
    String before(Token first) {
        List<Token> hidden = tokens.getHiddenTokensToLeft(first.getTokenIndex());
        for (int i = hidden == null ? -1 : hidden.size() - 1; i >= 0; i--) {
            String text = Tokens.text(file, hidden.get(i));
            if (hidden.get(i).getType() == RpcidlLexer.COMMENT && isDoc(text)) {
                return withoutMargins(text.substring("/**".length(), text.length() - "*/".length()));
            }
        }
        return "";
    }

    /** Returns whether a block comment is a doc comment. */
    static boolean isDoc(String comment) {
        return comment.startsWith("/**") && comment.length() > "/**/".length();
    }

    private static String withoutMargins(String text) {
        return text.lines()
                .map(Comment::withoutMargin)
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
