package io.rpcidl.idl.parser;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/**
 * Goes on behind a syntax error, so that one mistake hides no other. As almost every word may be a name, ANTLR's own
 * way, to look for a token that may follow, would stop anywhere. Here an error ends the innermost <em>unit</em> it lies
 * in (a member of a body, else an item of the file), and parsing resumes at the next one: behind its {@code ;} or
 * {@code ,}, before the {@code }} of its body, or where a line begins like an item of the file.
 */
final class Recovery extends DefaultErrorStrategy {

    private final SyntaxMessages messages;

    Recovery(SyntaxMessages messages) {
        this.messages = messages;
    }

    @Override
    public void reportError(Parser parser, RecognitionException mistake) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            messages.report(mistake);
        }
    }

    /** Called by the rule that failed, then, as this throws again, by the rules around it up to the unit. */
    @Override
    public void recover(Parser parser, RecognitionException mistake) {
        TokenSkipper skipper = new TokenSkipper(parser);
        switch (parser.getContext().getRuleIndex()) {
            case RpcidlParser.RULE_item -> skipper.skipItem(parser.getContext().start);
            case RpcidlParser.RULE_structItem, RpcidlParser.RULE_unionItem, RpcidlParser.RULE_method ->
                skipper.skipMember();
            case RpcidlParser.RULE_enumItem -> skipper.skipEnumMember();
            case RpcidlParser.RULE_file -> {}
            default -> throw mistake;
        }
        endErrorCondition(parser);
    }

    /**
     * A missing <code>;</code> at the end of a line, and a missing <code>{</code> before a line of its own, are reported, and
     * parsing goes on as if they were there.
     */
    @Override
    public Token recoverInline(Parser parser) {
        InputMismatchException mistake = new InputMismatchException(parser);
        Token next = parser.getCurrentToken();
        Token last = parser.getInputStream().LT(-1);
        boolean onlySemicolon = mistake.getExpectedTokens().size() == 1
                && mistake.getExpectedTokens().contains(RpcidlParser.SEMICOLON);
        boolean ended = next.getType() == RpcidlParser.RIGHT_BRACE
                || next.getType() == Token.EOF
                || (last != null && next.getLine() > last.getLine());
        boolean onlyBrace = mistake.getExpectedTokens().size() == 1
                && mistake.getExpectedTokens().contains(RpcidlParser.LEFT_BRACE);
        boolean begun = last != null && next.getLine() > last.getLine() && Tokens.isName(next.getType());
        if ((onlySemicolon && ended) || (onlyBrace && begun)) {
            reportError(parser, mistake);
            return getMissingSymbol(parser);
        }
        throw mistake;
    }

    /** Called before each turn of a loop; of interest are the loops over the units of a body or of the file. */
    @Override
    public void sync(Parser parser) {
        ParserRuleContext context = parser.getContext();
        switch (context.getRuleIndex()) {
            case RpcidlParser.RULE_file -> syncFile(parser);
            case RpcidlParser.RULE_structBody, RpcidlParser.RULE_unionBody, RpcidlParser.RULE_serviceBody ->
                syncBody(parser);
            default -> {}
        }
    }

    private void syncFile(Parser parser) {
        while (!expects(parser, parser.getCurrentToken().getType())) {
            messages.unexpected(parser.getContext(), parser.getCurrentToken());
            new TokenSkipper(parser).skipItem(parser.getCurrentToken());
            endErrorCondition(parser);
        }
    }

    private void syncBody(Parser parser) {
        TokenSkipper skipper = new TokenSkipper(parser);
        while (true) {
            Token next = parser.getCurrentToken();
            boolean item = skipper.atDeclaration();
            if (item && !skipper.isNested(next)) {
                InputMismatchException mistake = new InputMismatchException(parser);
                messages.missingBrace(parser.getContext(), mistake);
                beginErrorCondition(parser);
                throw mistake;
            }
            if (!item && (next.getType() == Token.EOF || expects(parser, next.getType()))) {
                return;
            }
            if (item) {
                messages.nested(next);
            } else {
                messages.unexpected(parser.getContext(), next);
            }
            skipper.skipMember();
            endErrorCondition(parser);
        }
    }

    private static boolean expects(Parser parser, int type) {
        return parser.getATN()
                .nextTokens(parser.getATN().states.get(parser.getState()))
                .contains(type);
    }
}
