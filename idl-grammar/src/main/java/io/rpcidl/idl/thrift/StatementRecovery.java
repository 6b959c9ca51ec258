package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * Reports the first mistake of a statement and goes on where a line begins like another one. Words such as {@code
 * struct} may be names of members, but not at the start of a line before a second word.
 */
final class StatementRecovery extends DefaultErrorStrategy {

    private final SourceFile file;
    private final DiagnosticSink sink;

    StatementRecovery(SourceFile file, DiagnosticSink sink) {
        this.file = file;
        this.sink = sink;
    }

    @Override
    public void reportError(Parser parser, RecognitionException mistake) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            Token found = mistake.getOffendingToken();
            if (!isRefused(parser, found)) {
                report(ExpectedWords.of(parser, mistake), found);
            }
        }
    }

    /** Called by the rule that failed, then, as this throws again, by the rules around it up to the statement. */
    @Override
    public void recover(Parser parser, RecognitionException mistake) {
        int rule = parser.getContext().getRuleIndex();
        if (rule != ThriftParser.RULE_statement && rule != ThriftParser.RULE_document) {
            throw mistake;
        }
        skip(parser, parser.getContext().getStart());
        endErrorCondition(parser);
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new InputMismatchException(parser);
    }

    /** Called before each turn of a loop; of interest is the one over the statements of the file. */
    @Override
    public void sync(Parser parser) {
        if (parser.getContext().getRuleIndex() != ThriftParser.RULE_document) {
            return;
        }
        Token next = parser.getCurrentToken();
        while (!beginsStatement(next.getType()) && !mayFollowStatement(next.getType())) {
            report("a definition", next);
            skip(parser, next);
            next = parser.getCurrentToken();
        }
    }

    /** Returns whether something between the start of the statement and a token was refused as a word. */
    private static boolean isRefused(Parser parser, Token found) {
        ParserRuleContext context = parser.getContext();
        while (context.getRuleIndex() != ThriftParser.RULE_statement && context.getParent() != null) {
            context = context.getParent();
        }
        TokenStream tokens = parser.getInputStream();
        for (int i = context.getStart().getTokenIndex(); i <= found.getTokenIndex(); i++) {
            int type = tokens.get(i).getType();
            if (type == ThriftParser.UNKNOWN || type == ThriftParser.UNCLOSED_STRING) {
                return true;
            }
        }
        return false;
    }

    private void report(String expected, Token found) {
        String text = found.getType() == Token.EOF
                ? "the end of the file"
                : "'" + Places.excerpt(Places.text(file, found)) + "'";
        sink.add(Code.THRIFT_SYNTAX, Places.span(file, found), "expected " + expected + ", found " + text);
    }

    /** Skips at least the token at which the mistake was found, unless a statement begins there. */
    private static void skip(Parser parser, Token first) {
        TokenStream tokens = parser.getInputStream();
        while (tokens.LA(1) != Token.EOF) {
            Token next = tokens.LT(1);
            Token last = tokens.LT(-1);
            boolean beginsLine = last == null || last.getLine() < next.getLine();
            boolean another = next.getTokenIndex() > first.getTokenIndex()
                    && beginsLine
                    && beginsStatement(next.getType())
                    && isWord(tokens.LA(2));
            if (another) {
                return;
            }
            parser.consume();
        }
    }

    private static boolean beginsStatement(int type) {
        return (type >= ThriftParser.INCLUDE && type <= ThriftParser.SERVICE) || type == ThriftParser.OLD_NAMESPACE;
    }

    private static boolean isWord(int type) {
        return (type >= ThriftParser.INCLUDE && type <= ThriftParser.OLD_NAMESPACE)
                || type == ThriftParser.IDENTIFIER
                || type == ThriftParser.STRING
                || type == ThriftParser.STAR;
    }

    private static boolean mayFollowStatement(int type) {
        return type == Token.EOF || type == ThriftParser.COMMA || type == ThriftParser.SEMICOLON;
    }
}
