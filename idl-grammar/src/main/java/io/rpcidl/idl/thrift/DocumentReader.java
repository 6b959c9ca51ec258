package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/**
 * Reads one file:
 *
 * <ol>
 *   <li>{@link TokenCutter} cuts it into tokens, and refuses malformed ones;
 *   <li>{@link BracketDepth} refuses deep nesting, before anything recurses;
 *   <li>ANTLR parses, {@link StatementRecovery} words the mistakes and goes on at the next statement;
 *   <li>{@link DocumentBuilder} makes the tree of what was understood.
 * </ol>
 */
final class DocumentReader {

    private DocumentReader() {}

    /** Returns what could be understood; whatever the file holds, this returns, with every mistake in the sink. */
    static ThriftDocument read(SourceFile file, DiagnosticSink sink) {
        int before = sink.errorsIn(file);
        Optional<List<Token>> tokens = TokenCutter.cut(file, sink);
        if (tokens.isEmpty() || !BracketDepth.check(file, tokens.get(), sink)) {
            return new ThriftDocument(
                    file, List.of(), List.of(), List.of(), Surroundings.of(List.of()), List.of(), true);
        }
        CommonTokenStream stream = new CommonTokenStream(new ListTokenSource(tokens.get()));
        ThriftParser parser = new ThriftParser(stream);
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new StatementRecovery(file, sink));
        ThriftParser.DocumentContext tree = parser.document();
        boolean damaged = sink.errorsIn(file) > before;
        return new DocumentBuilder(file, stream).build(tree, damaged);
    }
}
