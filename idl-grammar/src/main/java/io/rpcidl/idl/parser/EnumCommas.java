package io.rpcidl.idl.parser;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/**
 * Puts the commas between the members of enums that were forgotten, and reports them. The parser could not go on within the
 * enum without one: where a comma is missing, the grammar says that the enum ends.
 */
final class EnumCommas {

    private final SourceFile file;
    private final DiagnosticSink sink;
    private final List<Token> tokens;
    private final List<Token> out = new ArrayList<>();

    /** The tokens before the next one, the nearest first. */
    private final Token[] last = new Token[3];

    private boolean inEnum;
    private boolean member;
    private int parentheses;

    private EnumCommas(SourceFile file, List<Token> tokens, DiagnosticSink sink) {
        this.file = file;
        this.tokens = tokens;
        this.sink = sink;
    }

    /** Returns the tokens with all commas, with new indexes if there are more of them. */
    static List<Token> complete(SourceFile file, List<Token> tokens, DiagnosticSink sink) {
        return new EnumCommas(file, tokens, sink).complete();
    }

    private List<Token> complete() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                take(token, i);
            } else {
                out.add(token);
            }
        }
        for (int i = 0; i < out.size(); i++) {
            ((WritableToken) out.get(i)).setTokenIndex(i);
        }
        return out;
    }

    private void take(Token token, int index) {
        boolean name = Tokens.isName(token.getType());
        if (inEnum && parentheses == 0 && name && beginsDeclaration(token, index)) {
            inEnum = false;
        } else if (inEnum && parentheses == 0 && name && member && endsMember()) {
            insert(last[0], token);
            member = false;
        }
        if (parentheses == 0 && name && !inAnnotation()) {
            member = true;
        }
        switch (token.getType()) {
            case RpcidlLexer.LEFT_BRACE -> {
                inEnum = isName(last[0])
                        && last[1] != null
                        && last[1].getType() == RpcidlLexer.ENUM
                        && beginsItem(last[2]);
                parentheses = 0;
                member = false;
            }
            case RpcidlLexer.RIGHT_BRACE, RpcidlLexer.SEMICOLON, RpcidlLexer.EQUALS -> inEnum &= parentheses > 0;
            case RpcidlLexer.COMMA -> member &= parentheses > 0;
            case RpcidlLexer.LEFT_PAREN -> parentheses++;
            case RpcidlLexer.RIGHT_PAREN -> parentheses--;
            default -> {}
        }
        out.add(token);
        last[2] = last[1];
        last[1] = last[0];
        last[0] = token;
    }

    /** A line that begins like a declaration is one: not a comma is missing, but the brace before it. */
    private boolean beginsDeclaration(Token token, int index) {
        return Tokens.beginsItem(token.getType())
                && token.getLine() > last[0].getLine()
                && index + 1 < tokens.size()
                && isName(tokens.get(index + 1));
    }

    private boolean inAnnotation() {
        return last[0] != null && (last[0].getType() == RpcidlLexer.AT || last[0].getType() == RpcidlLexer.DOT);
    }

    /** Returns whether a member, or a list of reserved names, ends with the last token, if a name follows. */
    private boolean endsMember() {
        return switch (last[0].getType()) {
            case RpcidlLexer.STRING, RpcidlLexer.RIGHT_PAREN -> true;
            default -> isName(last[0]);
        };
    }

    private static boolean isName(Token token) {
        return token != null && Tokens.isName(token.getType());
    }

    /** What stands before {@code enum} where that is a declaration and not the name of something. */
    private static boolean beginsItem(Token before) {
        return before == null
                || switch (before.getType()) {
                    case RpcidlLexer.SEMICOLON, RpcidlLexer.RIGHT_BRACE, RpcidlLexer.CLOSED, RpcidlLexer.RIGHT_PAREN ->
                        true;
                    default -> Tokens.isName(before.getType());
                };
    }

    private void insert(Token last, Token next) {
        String message = "expected ',' after '" + Excerpts.cut(Tokens.text(file, last)) + "', found '"
                + Excerpts.cut(Tokens.text(file, next)) + "'";
        sink.add(Diagnostic.of(Code.SYNTAX, Tokens.behind(file, last), message)
                .withHelp("members are separated by ','"));
        CommonToken comma = new CommonToken(last);
        comma.setType(RpcidlLexer.COMMA);
        comma.setStartIndex(last.getStopIndex() + 1);
        comma.setStopIndex(last.getStopIndex());
        out.add(comma);
    }
}
