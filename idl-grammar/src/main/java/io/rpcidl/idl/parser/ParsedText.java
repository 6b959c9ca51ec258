package io.rpcidl.idl.parser;

import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/** What ANTLR made of a file: its tokens, comments among them, and its tree, which may have holes. */
record ParsedText(CommonTokenStream tokens, RpcidlParser.FileContext tree) {

    /** Reports what is wrong with a file. Returns nothing for one that is not worth parsing, which is reported too. */
    static Optional<ParsedText> of(SourceFile file, DiagnosticSink sink) {
        Optional<List<Token>> tokens = TokenReader.read(file, sink).map(read -> EnumCommas.complete(file, read, sink));
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        BitSet bad = TokenCheck.check(file, tokens.get(), sink);
        if (!DepthCheck.check(file, tokens.get(), sink)) {
            return Optional.empty();
        }
        CommonTokenStream stream = new CommonTokenStream(new ListTokenSource(tokens.get()));
        RpcidlParser parser = new RpcidlParser(stream);
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new Recovery(new SyntaxMessages(file, bad, sink)));
        return Optional.of(new ParsedText(stream, parser.file()));
    }
}
