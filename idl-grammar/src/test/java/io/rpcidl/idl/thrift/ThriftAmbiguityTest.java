package io.rpcidl.idl.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.rpcidl.idl.AmbiguityListener;
import io.rpcidl.idl.corpus.ThriftCorpus;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.junit.jupiter.api.Test;

/** The grammar of Thrift is not ambiguous on real files, and decides without the full context. */
class ThriftAmbiguityTest {

    @Test
    void noFileOfOthersCanBeReadInTwoWays() throws IOException {
        List<Path> files = ThriftCorpus.files();
        System.out.println("ambiguity: " + files.size() + " Thrift files");
        assertFalse(files.isEmpty());
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            SourceFile source = new SourceFile(file.getFileName().toString(), Files.readString(file));
            ThriftParser parser = new ThriftParser(new CommonTokenStream(new ListTokenSource(
                    TokenCutter.cut(source, new DiagnosticSink()).orElseThrow())));
            parser.removeErrorListeners();
            parser.addErrorListener(new AmbiguityListener(source.name(), found));
            parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
            parser.document();
        }
        assertEquals(List.of(), found);
    }
}
