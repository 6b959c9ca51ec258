package io.rpcidl.idl.parser;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/** Skips the rest of a unit that could not be parsed. Every call but one at the end of a body or file makes progress. */
final class TokenSkipper {

    private final Parser parser;
    private final TokenStream tokens;

    TokenSkipper(Parser parser) {
        this.parser = parser;
        this.tokens = parser.getInputStream();
    }

    /** Skips to behind the end of the item that began at a token: its {@code ;} or its last closing brace. */
    void skipItem(Token first) {
        int depth = openBraces(first);
        while (next() != Token.EOF) {
            boolean another = tokens.index() > first.getTokenIndex()
                    && beginsLine(tokens.LT(1))
                    && !isDeeper(tokens.LT(1), first)
                    && (atItem() || next() == RpcidlParser.AT);
            if (another) {
                return;
            }
            int type = next();
            parser.consume();
            depth += change(type);
            boolean ended = type == RpcidlParser.RIGHT_BRACE || type == RpcidlParser.SEMICOLON;
            if (ended && depth <= 0) {
                skipSemicolonBehind(type);
                return;
            }
        }
    }

    /** A block may be the middle of what was skipped, such as {@code import a.{};}. */
    private void skipSemicolonBehind(int type) {
        if (type == RpcidlParser.RIGHT_BRACE && next() == RpcidlParser.SEMICOLON) {
            parser.consume();
        }
    }

    /** Skips to behind the next {@code ;} of a body, or to its end. */
    void skipMember() {
        skip(RpcidlParser.SEMICOLON);
        if (next() == RpcidlParser.SEMICOLON) {
            parser.consume();
        }
    }

    /** Skips to the next {@code ,} of an enum, or to its end. */
    void skipEnumMember() {
        skip(RpcidlParser.COMMA);
    }

    private void skip(int separator) {
        int depth = 0;
        while (next() != Token.EOF) {
            boolean ended = depth == 0 && (next() == separator || next() == RpcidlParser.RIGHT_BRACE);
            if (ended || (atDeclaration() && beginsLine(tokens.LT(1)) && !isNested(tokens.LT(1)))) {
                return;
            }
            depth = Math.max(0, depth + change(next()));
            boolean block = depth == 0 && next() == RpcidlParser.RIGHT_BRACE;
            parser.consume();
            if (block) {
                return;
            }
        }
    }

    /** Returns whether a declaration begins here: two words in a row that no member of a body begins with. */
    boolean atDeclaration() {
        return Tokens.beginsItem(next()) && Tokens.isName(tokens.LA(2)) && next() >= RpcidlParser.STRUCT;
    }

    private boolean atItem() {
        return Tokens.beginsItem(next()) && (Tokens.isName(tokens.LA(2)) || tokens.LA(2) == RpcidlParser.NUMBER);
    }

    /** Returns whether a token is indented deeper than the item that is being parsed: it seems to belong there. */
    boolean isNested(Token token) {
        ParserRuleContext context = parser.getContext();
        while (context.getRuleIndex() != RpcidlParser.RULE_item && context.getParent() != null) {
            context = context.getParent();
        }
        return isDeeper(token, context.start);
    }

    private static boolean isDeeper(Token token, Token than) {
        return token.getCharPositionInLine() > than.getCharPositionInLine() || token.getLine() == than.getLine();
    }

    private boolean beginsLine(Token token) {
        Token last = tokens.LT(-1);
        return last == null || last.getLine() < token.getLine();
    }

    private int openBraces(Token first) {
        int depth = 0;
        for (int i = first.getTokenIndex(); i < tokens.index(); i++) {
            depth += change(tokens.get(i).getType());
        }
        return depth;
    }

    private static int change(int type) {
        return switch (type) {
            case RpcidlParser.LEFT_BRACE -> 1;
            case RpcidlParser.RIGHT_BRACE -> -1;
            default -> 0;
        };
    }

    private int next() {
        return tokens.LA(1);
    }
}
