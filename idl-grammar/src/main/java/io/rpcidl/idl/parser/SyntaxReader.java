package io.rpcidl.idl.parser;

import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Reads a file as it is written, for tools that rewrite it; {@link IdlParser} reads what it says. */
public final class SyntaxReader {

    private static final Shape[] SHAPES = Shape.values();

    private final SourceFile file;
    private final ParsedText parsed;
    private final List<Word> words = new ArrayList<>();
    /** The first token whose comments belong to no word yet. */
    private int next;

    private SyntaxReader(SourceFile file, ParsedText parsed) {
        this.file = file;
        this.parsed = parsed;
    }

    /** Returns the tree of a file, or nothing if it does not follow the grammar: then the sink says why. */
    public static Optional<SyntaxTree> read(SourceFile file, DiagnosticSink sink) {
        int before = sink.errorsIn(file);
        return ParsedText.of(file, sink)
                .filter(parsed -> sink.errorsIn(file) == before)
                .map(parsed -> new SyntaxReader(file, parsed).tree());
    }

    private SyntaxTree tree() {
        return new SyntaxTree((Construct) syntax(parsed.tree()), words);
    }

    private Syntax syntax(ParseTree tree) {
        if (tree instanceof TerminalNode leaf) {
            return word(leaf.getSymbol());
        }
        List<Syntax> parts = new ArrayList<>(tree.getChildCount());
        for (int i = 0; i < tree.getChildCount(); i++) {
            parts.add(syntax(tree.getChild(i)));
        }
        return new Construct(SHAPES[((RuleContext) tree).getRuleIndex()], parts);
    }

    private Word word(Token token) {
        List<Comment> comments = new ArrayList<>();
        for (; next < token.getTokenIndex(); next++) {
            comments.add(comment(parsed.tokens().get(next)));
        }
        next = token.getTokenIndex() + 1;
        Word word = new Word(Tokens.span(file, token), comments);
        words.add(word);
        return word;
    }

    private Comment comment(Token token) {
        if (token.getType() == RpcidlLexer.LINE_COMMENT) {
            return new Comment(Comment.Kind.LINE, Tokens.span(file, token));
        }
        boolean isDoc = DocComments.isDoc(Tokens.text(file, token));
        return new Comment(isDoc ? Comment.Kind.DOC : Comment.Kind.BLOCK, Tokens.span(file, token));
    }
}
