package io.rpcidl.idl.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.format.Formatter;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.thrift.ThriftImport;
import io.rpcidl.idl.thrift.ThriftImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Contracts of other people's systems, imported from Thrift and formatted: one set for each folder of files that include each
 * other and for each file that stands alone.
 */
public final class ImportedCorpus {

    private ImportedCorpus() {}

    /** Returns the sets by name; where the corpus is absent the test is skipped, or fails if {@code CI} is set. */
    public static Map<String, List<SourceFile>> sets() {
        Map<String, List<Path>> groups = new TreeMap<>();
        for (Path file : files()) {
            boolean alone = file.getParent().equals(folder());
            String name = (alone ? file : file.getParent()).getFileName().toString();
            groups.computeIfAbsent(name, key -> new java.util.ArrayList<>()).add(file);
        }
        return groups.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> imported(each.getValue()), (a, b) -> a, TreeMap::new));
    }

    /** Returns all contracts. */
    public static List<SourceFile> all() {
        return sets().values().stream().flatMap(Collection::stream).toList();
    }

    /** Returns the Thrift files, in order of name. */
    public static List<Path> files() {
        try (Stream<Path> all = Files.walk(folder())) {
            return all.filter(each -> each.toString().endsWith(".thrift"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SourceFile> imported(List<Path> files) {
        ThriftImport result = ThriftImporter.importFiles(files, List.of());
        assertEquals(
                List.of(),
                result.diagnostics().stream().filter(each -> each.isError()).toList());
        return result.contracts().stream()
                .map(each -> new SourceFile(each.path(), each.text()))
                .map(file -> new SourceFile(
                        file.name(),
                        Formatter.format(file, new DiagnosticSink()).orElseThrow()))
                .toList();
    }

    private static Path folder() {
        Path folder = Path.of(System.getProperty("corpus", "../../shared/corpus"), "thrift");
        if (!Files.isDirectory(folder)) {
            String message = "no corpus at " + folder + ": name its place with -Dcorpus=DIR";
            if (System.getenv("CI") != null) {
                fail(message);
            }
            Assumptions.abort(message);
        }
        return folder;
    }
}
