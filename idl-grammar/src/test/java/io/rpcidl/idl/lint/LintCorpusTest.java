package io.rpcidl.idl.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.rpcidl.idl.Golden;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.thrift.ThriftImport;
import io.rpcidl.idl.thrift.ThriftImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** How often each rule finds something in contracts of other people; {@code -Dcorpus=DIR} names their place. */
class LintCorpusTest {

    static final Path COUNTS = Path.of("src", "test", "resources", "lint", "corpus-counts.txt");

    @Test
    void findsWhatWasFoundBefore() throws IOException {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        int files = 0;
        for (List<Path> group : groups()) {
            files += group.size();
            lint(group)
                    .forEach(each -> counts.computeIfAbsent(each.code().id(), key -> new TreeMap<>())
                            .merge(baseName(each), 1, Integer::sum));
        }
        System.out.println("linted contracts of " + files + " Thrift files");
        String text = counts.entrySet().stream()
                .map(each -> each.getKey() + " " + sum(each.getValue()) + " " + joined(each.getValue()) + "\n")
                .collect(Collectors.joining());
        Golden.check(COUNTS, text);
    }

    private static List<Diagnostic> lint(List<Path> files) {
        ThriftImport imported = ThriftImporter.importFiles(files, List.of());
        Compilation compilation = Compiler.compile(imported.contracts().stream()
                .map(each -> new SourceFile(each.path(), each.text()))
                .toList());
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

    /** Returns the files that are imported together: those of a folder of their own, each other one alone. */
    private static Collection<List<Path>> groups() throws IOException {
        Path folder = Path.of(System.getProperty("corpus", "../../shared/corpus"), "thrift");
        if (!Files.isDirectory(folder)) {
            String message = "no corpus at " + folder + ": name its place with -Dcorpus=DIR";
            if (System.getenv("CI") != null) {
                fail(message);
            }
            Assumptions.abort(message);
        }
        try (Stream<Path> all = Files.walk(folder)) {
            Map<Path, List<Path>> groups = new TreeMap<>();
            all.filter(each -> each.toString().endsWith(".thrift"))
                    .sorted()
                    .forEach(each -> groups.computeIfAbsent(
                                    each.getParent().equals(folder) ? each : each.getParent(), key -> new ArrayList<>())
                            .add(each));
            return groups.values();
        }
    }
}
