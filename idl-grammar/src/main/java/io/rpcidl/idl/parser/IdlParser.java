package io.rpcidl.idl.parser;

import io.rpcidl.idl.ast.Item;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/**
 * Parses one file:
 *
 * <ol>
 *   <li>{@link TokenReader} cuts it into tokens;
 *   <li>{@link TokenCheck} refuses malformed ones;
 *   <li>{@link DepthCheck} refuses deep nesting, before anything recurses;
 *   <li>ANTLR parses, {@link Recovery} words the mistakes and goes on behind them;
 *   <li>{@link UnitBuilder} makes the tree of what was understood.
 * </ol>
 */
public final class IdlParser {

    private IdlParser() {}

    /** Returns what could be understood of a file; whatever it holds, this returns, with every mistake in the sink. */
    public static SourceUnit parse(SourceFile file, DiagnosticSink sink) {
        int before = sink.errorsIn(file);
        Optional<List<Token>> tokens = TokenReader.read(file, sink);
        if (tokens.isEmpty()) {
            return new SourceUnit(file, List.of(), true);
        }
        BitSet bad = TokenCheck.check(file, tokens.get(), sink);
        if (!DepthCheck.check(file, tokens.get(), sink)) {
            return new SourceUnit(file, List.of(), true);
        }
        CommonTokenStream stream = new CommonTokenStream(new ListTokenSource(tokens.get()));
        RpcidlParser parser = new RpcidlParser(stream);
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new Recovery(new SyntaxMessages(file, bad, sink)));
        RpcidlParser.FileContext tree = parser.file();
        boolean damaged = sink.errorsIn(file) > before;
        ExpressionBuilder expressions = new ExpressionBuilder(file);
        DocComments docs = new DocComments(file, stream);
        MemberBuilder members = new MemberBuilder(expressions, docs, sink);
        List<Item> items = new UnitBuilder(expressions, members, docs).items(tree);
        return new SourceUnit(file, items, damaged);
    }
}
