package io.rpcidl.idl.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.idl.Golden;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.corpus.ImportedCorpus;
import io.rpcidl.idl.corpus.ThriftCorpus;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How often each rule finds something in contracts of other people; {@code -Dcorpus=DIR} names their place. */
class LintCorpusTest {

    static final Path COUNTS = Path.of("src", "test", "resources", "lint", "corpus-counts.txt");

    @Test
    void findsWhatWasFoundBefore() {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (List<SourceFile> set : ImportedCorpus.sets()) {
            lint(set)
                    .forEach(each -> counts.computeIfAbsent(each.code().id(), key -> new TreeMap<>())
                            .merge(baseName(each), 1, Integer::sum));
        }
        System.out.println("linted contracts of " + ThriftCorpus.files().size() + " Thrift files");
        String text = counts.entrySet().stream()
                .map(each -> each.getKey() + " " + sum(each.getValue()) + " " + joined(each.getValue()) + "\n")
                .collect(Collectors.joining());
        Golden.check(COUNTS, text);
    }

    private static List<Diagnostic> lint(List<SourceFile> contracts) {
        Compilation compilation = Compiler.compile(contracts);
        assertEquals(
                List.of(),
                compilation.diagnostics().stream().filter(Diagnostic::isError).toList());
        return Linter.lint(compilation.schema().orElseThrow(), LintOptions.of(Tier.STRICT));
    }

    private static String baseName(Diagnostic diagnostic) {
        String name = Path.of(diagnostic.span().file().name()).getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(each -> each).sum();
    }

    private static String joined(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }
}
