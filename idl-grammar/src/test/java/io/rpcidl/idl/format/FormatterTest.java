package io.rpcidl.idl.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.Fixtures;
import io.rpcidl.idl.Golden;
import io.rpcidl.idl.compile.Loader;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each {@code format/x.rpcidl} becomes {@code format/x.formatted}; everything that follows the grammar can be formatted. */
class FormatterTest {

    private static final Path FOLDER = Fixtures.RESOURCES.resolve("format");
    private static final Path ROOT = Path.of("..");

    static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(each -> each.toString().endsWith(".rpcidl"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void givesTheExpectedText(Path fixture) throws IOException {
        String formatted = Formats.checked(read(fixture));
        Golden.check(Path.of(fixture.toString().replace(".rpcidl", ".formatted")), formatted);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void gettingThereDoesNotDependOnLineEndsAndByteOrderMarks(Path fixture) throws IOException {
        String text = read(fixture);
        String formatted = Formats.checked(text);
        assertEquals(formatted, Formats.checked(text.replace("\n", "\r\n")));
        assertEquals(formatted, Formats.checked(text.replace("\n", "\r")));
        assertEquals(formatted, Formats.checked("\uFEFF" + text));
    }

    @Test
    void everythingThatFollowsTheGrammarCanBeFormatted() {
        List<SourceFile> files = Loader.load(List.of(Fixtures.RESOURCES)).sources();
        List<SourceFile> good =
                files.stream().filter(file -> Formats.follows(file.text())).toList();
        assertTrue(good.size() > 50, () -> "only " + good.size() + " files");
        good.forEach(file -> Formats.checked(file.text()));
    }

    @Test
    void aFileThatDoesNotFollowTheGrammarGivesDiagnostics() {
        List<SourceFile> bad = Loader.load(List.of(Fixtures.RESOURCES)).sources().stream()
                .filter(file -> !Formats.follows(file.text()))
                .toList();
        assertTrue(bad.size() > 5, () -> "only " + bad.size() + " files");
        for (SourceFile file : bad) {
            DiagnosticSink sink = new DiagnosticSink();
            assertEquals(Optional.empty(), Formatter.format(file, sink));
            assertTrue(sink.errorsIn(file) > 0, file::name);
        }
    }

    @Test
    void aFileWhoseMissingCommasAreTooManyWordsIsLeft() {
        SourceFile file = new SourceFile("x", "enum A {\na}".repeat(180_000));
        DiagnosticSink sink = new DiagnosticSink();
        assertEquals(Optional.empty(), Formatter.format(file, sink));
        assertEquals(
                List.of(Code.TOO_MANY_TOKENS),
                sink.sorted().stream().map(Diagnostic::code).toList());
    }

    @Test
    void theContractsOfThisRepositoryAreFormatted() {
        List<Path> roots = List.of(ROOT.resolve("examples"), ROOT.resolve("rpc-runtime/src/main/rpcidl"));
        List<SourceFile> files = Loader.load(roots).sources();
        assertTrue(files.size() >= 4, () -> "only " + files.size() + " files");
        for (SourceFile file : files) {
            if (!file.name().contains("/target/")) {
                assertEquals(file.text().replace("\r\n", "\n"), Formats.checked(file.text()), file::name);
            }
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file).replace("\r\n", "\n");
    }
}
