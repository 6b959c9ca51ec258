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
            boolean isDoc = hidden.get(i).getType() == RpcidlLexer.COMMENT && text.startsWith("/**");
            if (isDoc && text.length() > "/**/".length()) {
                return withoutMargins(text.substring("/**".length(), text.length() - "*/".length()));
            }
        }
        return "";
    }

    private static String withoutMargins(String text) {
        return text.lines()
                .map(DocComments::withoutMargin)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    /** Removes white space, one star and one space, so that indented examples keep their shape. */
    private static String withoutMargin(String line) {
        String stripped = line.stripLeading();
        if (stripped.startsWith("*")) {
            stripped = stripped.substring(1);
            stripped = stripped.startsWith(" ") ? stripped.substring(1) : stripped;
        }
        return stripped.stripTrailing();
    }
}
