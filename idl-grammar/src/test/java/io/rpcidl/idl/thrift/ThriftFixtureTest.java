package io.rpcidl.idl.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.Fixtures;
import io.rpcidl.idl.Golden;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fixture is a file {@code name.thrift}, or a folder, and becomes {@code name.rpcidl}; those that are called after a
 * code show it in {@code name.errors}, the others show nothing.
 */
class ThriftFixtureTest {

    private static final Path FOLDER = Fixtures.RESOURCES.resolve("thrift");

    static List<Path> fixtures() throws IOException {
        try (Stream<Path> children = Files.list(FOLDER)) {
            return children.filter(
                            each -> Files.isDirectory(each) || each.toString().endsWith(".thrift"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void becomesTheExpectedContracts(Path fixture) throws IOException {
        ThriftImport result = ThriftImporter.importFiles(files(fixture), List.of());
        String name = fixture.getFileName().toString().replace(".thrift", "");
        List<String> codes =
                result.diagnostics().stream().map(each -> each.code().id()).toList();
        if (name.startsWith("RI") && !name.endsWith(".good")) {
            assertTrue(codes.contains(name.substring(0, "RI0000".length())), () -> name + " shows " + codes);
            String rendered = DiagnosticRenderer.renderAll(result.diagnostics());
            String prefix = FOLDER.toString().replace('\\', '/') + "/";
            Golden.check(FOLDER.resolve(name + ".errors"), rendered.replace(prefix, ""));
        } else if (name.equals("names") || name.equals("constants")) {
            assertEquals(List.of("RI3021"), codes.stream().distinct().toList());
        } else if (name.equals("circles")) {
            assertEquals(List.of("RI3031"), codes.stream().distinct().toList());
        } else {
            assertEquals(List.of(), result.diagnostics());
        }
        if (!result.hasErrors()) {
            String contracts = result.contracts().stream()
                    .map(each -> "// === " + each.path() + "\n" + each.text())
                    .collect(Collectors.joining("\n"));
            Golden.check(FOLDER.resolve(name + ".rpcidl"), contracts);
            ImportChecks.contracts(result);
        }
    }

    @Test
    void everyCodeHasAFixturePair() {
        List<String> missing = Arrays.stream(Code.values())
                .map(Code::id)
                .filter(id -> id.startsWith("RI3"))
                .filter(id ->
                        !hasFixture(id, ".errors") || !(hasFixture(id, ".good.thrift") || hasFixture(id, ".good")))
                .toList();
        assertEquals(List.of(), missing);
    }

    private static boolean hasFixture(String id, String ending) {
        String[] names = FOLDER.toFile().list((folder, name) -> name.startsWith(id) && name.endsWith(ending));
        return names != null && names.length > 0;
    }

    @Test
    void everyDiagnosticIsPlacedAndHasAMessageOfOneLine() throws IOException {
        for (Path fixture : fixtures()) {
            for (Diagnostic each :
                    ThriftImporter.importFiles(files(fixture), List.of()).diagnostics()) {
                String line = DiagnosticRenderer.renderLine(each);
                assertTrue(line.matches("[^\\n]+:[0-9]+:[0-9]+: (error|warning)\\[RI3[0-9]{3}]: [^\\n]+"), line);
            }
        }
    }

    /** Returns the file of a fixture, or all at the top of its folder, or those below that. */
    private static List<Path> files(Path fixture) throws IOException {
        Path main = fixture.resolve("main.thrift");
        if (!Files.isDirectory(fixture) || Files.exists(main)) {
            return List.of(Files.isDirectory(fixture) ? main : fixture);
        }
        try (Stream<Path> all = Files.walk(fixture)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
