package io.rpcidl.idl.parser;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import java.util.BitSet;
import java.util.Optional;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.tree.ParseTree;

/** Says what the parser missed, where: {@code expected ';' after the field type, found '}'}. */
final class SyntaxMessages {

    private final SourceFile file;
    private final BitSet bad;
    private final DiagnosticSink sink;
    private final Expectations expectations;

    /**
     * Makes messages about a file.
     *
     * @param bad the tokens that were reported already; nothing is said about their surroundings
     */
    SyntaxMessages(SourceFile file, BitSet bad, DiagnosticSink sink) {
        this.file = file;
        this.bad = bad;
        this.sink = sink;
        this.expectations = new Expectations(file);
    }

    void report(RecognitionException mistake) {
        Token found = mistake.getOffendingToken();
        ParserRuleContext context = (ParserRuleContext) mistake.getCtx();
        if (mistake instanceof NoViableAltException choice && choice.getStartToken() != found) {
            Token last = previous(mistake);
            say(found, last, "unexpected " + describe(found) + " after '" + text(last) + "'", context);
            return;
        }
        // What was expected is the outermost thing that could have begun here.
        ParserRuleContext expecting = context;
        ParseTree child = null;
        while (isEmpty(expecting, child) && expecting.getParent() != null) {
            child = expecting;
            expecting = expecting.getParent();
        }
        ParserRuleContext missing = child instanceof ParserRuleContext rule ? rule : null;
        ParseTree last = lastChild(expecting, child);
        String expected = missing == null
                ? expectations.tokens(expecting, mistake.getExpectedTokens())
                : expectations.thing(missing, expecting);
        String after = last == null ? "" : " after " + expectations.finished(last, expecting);
        say(found, previous(mistake), "expected " + expected + after + ", found " + describe(found), expecting);
    }

    void unexpected(ParserRuleContext context, Token found) {
        String expected = expectations.unit(context);
        Span span = Tokens.span(file, found);
        Diagnostic diagnostic = Diagnostic.of(Code.SYNTAX, span, "expected " + expected + ", found " + describe(found));
        add(
                found,
                found,
                diagnostic.withHelp(expectations
                        .help(context, text(found), found.getType())
                        .or(() -> Habits.member(context, found))));
    }

    void missingBrace(ParserRuleContext body, RecognitionException mistake) {
        Token found = mistake.getOffendingToken();
        say(found, previous(mistake), "expected '}' before " + describe(found), body);
    }

    void nested(Token keyword) {
        String message = "a declaration cannot stand within another one, found '" + text(keyword) + "'";
        add(keyword, keyword, Diagnostic.of(Code.SYNTAX, Tokens.span(file, keyword), message));
    }

    private void say(Token found, Token last, String message, ParserRuleContext context) {
        // What is missing at the end of a line is missing there, not at the start of the next one.
        boolean apart = last != null
                && (found.getType() == Token.EOF || line(found) > line(last) || message.startsWith("expected ';'"));
        Span span = apart ? Tokens.behind(file, last) : Tokens.span(file, found);
        Diagnostic diagnostic = Diagnostic.of(Code.SYNTAX, span, message)
                .withHelp(Habits.within(context, last == null ? "" : text(last), found, text(found)));
        Optional<Token> bracket = expectations.openBracket(context, message);
        add(
                last == null ? found : last,
                found,
                bracket.map(open -> diagnostic.withRelated("the '" + text(open) + "' is here", Tokens.span(file, open)))
                        .orElse(diagnostic));
    }

    /** Adds a diagnostic, unless what lies between two tokens has been refused already. */
    private void add(Token from, Token to, Diagnostic diagnostic) {
        int reported = bad.nextSetBit(Math.max(0, from.getTokenIndex()));
        if (reported < 0 || reported > to.getTokenIndex()) {
            sink.add(diagnostic);
        }
    }

    private static boolean isEmpty(ParserRuleContext context, ParseTree but) {
        return lastChild(context, but) == null;
    }

    private static ParseTree lastChild(ParserRuleContext context, ParseTree but) {
        int last = context.getChildCount() - 1;
        if (last >= 0 && context.getChild(last) == but) {
            last--;
        }
        return last < 0 ? null : context.getChild(last);
    }

    /** Returns the token before the one that does not fit, comments apart; null if there is none. */
    private static Token previous(RecognitionException mistake) {
        TokenStream tokens = (TokenStream) mistake.getInputStream();
        int index = mistake.getOffendingToken().getTokenIndex() - 1;
        while (index >= 0 && tokens.get(index).getChannel() != Token.DEFAULT_CHANNEL) {
            index--;
        }
        return index < 0 ? null : tokens.get(index);
    }

    private int line(Token token) {
        return file.position(Math.min(token.getStartIndex(), file.text().length()))
                .line();
    }

    private String text(Token token) {
        return Excerpts.cut(Tokens.text(file, token));
    }

    private String describe(Token token) {
        return token.getType() == Token.EOF ? "the end of the file" : "'" + text(token) + "'";
    }
}
