package io.rpcidl.idl.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.rpcidl.idl.AmbiguityListener;
import io.rpcidl.idl.Fixtures;
import io.rpcidl.idl.corpus.ImportedCorpus;
import io.rpcidl.idl.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.junit.jupiter.api.Test;

/** The grammar is not ambiguous, and decides without the full context, which is what makes SLL safe. */
class AmbiguityTest {

    @Test
    void noFixtureCanBeReadInTwoWays() {
        List<SourceFile> files = new ArrayList<>(Fixtures.files());
        files.addAll(Fixtures.folder("whole-language"));
        files.add(new SourceFile("words", KEYWORDS_AS_NAMES));
        assertEquals(List.of(), ambiguities(files));
    }

    @Test
    void noContractOfOthersCanBeReadInTwoWays() {
        List<SourceFile> files = ImportedCorpus.all();
        System.out.println("ambiguity: " + files.size() + " imported contracts");
        assertFalse(files.isEmpty());
        assertEquals(List.of(), ambiguities(files));
    }

    private static List<String> ambiguities(List<SourceFile> files) {
        List<String> found = new ArrayList<>();
        for (SourceFile file : files) {
            RpcidlLexer lexer = new RpcidlLexer(CharStreams.fromString(AsciiText.of(file.text())));
            lexer.removeErrorListeners();
            RpcidlParser parser = new RpcidlParser(new CommonTokenStream(lexer));
            parser.removeErrorListeners();
            parser.addErrorListener(new AmbiguityListener(file.name(), found));
            parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
            parser.file();
        }
        return found;
    }

    /** Where a keyword may begin a construct, and does not. */
    private static final String KEYWORDS_AS_NAMES = """
            package package.import.as.struct;
            import import.as.{struct, as, import,};
            import import.as as as;
            option option.option = option.option;
            struct struct { rollout: rollout; rollout rollout: stream<stream>; reserved: reserved = reserved; }
            struct reserved { reserved "a", "b"; rollout reserved: reserved @reserved @rollout(reserved = reserved); }
            enum enum { reserved, closed, reserved "x", "y", reserved @x, enum }
            closed union union { reserved; reserved: reserved; union; reserved "x"; }
            service service extends extends, a.b {
              oneway(oneway: stream stream, stream: stream...): stream stream throws throws, stream;
              oneway oneway(): stream throws stream;
              stream(): stream throws;
              @oneway @throws(1..2, ..3, 4.., a = {a: [1, -2]}) throws(stream: stream throws): throws throws throws;
              f(stream: stream.stream<stream @x>??, b: stream = stream): stream throws throws throws throws;
            }
            const const: const = const;
            alias alias<alias> = alias<alias>;
            newtype newtype: newtype @a.b(c);
            mixin mixin {}
            annotation annotation(annotation: annotation);
            annotation annotation;
            """;
}
