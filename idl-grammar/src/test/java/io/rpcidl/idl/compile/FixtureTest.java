package io.rpcidl.idl.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.Fixtures;
import io.rpcidl.idl.Golden;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fixture {@code RI0123-slug} shows its code, as {@code RI0123-slug.errors} holds; {@code RI0123-slug.good} is the same
 * put right. Each {@code good-name} has no mistake. Every code of the language has such a pair.
 */
class FixtureTest {

    static List<Path> bad() {
        return Fixtures.all().stream().filter(each -> !Fixtures.isGood(each)).toList();
    }

    static List<Path> good() {
        return Fixtures.all().stream().filter(Fixtures::isGood).toList();
    }

    static List<MadeFixtures.Made> made() {
        return MadeFixtures.ALL;
    }

    @ParameterizedTest
    @MethodSource("bad")
    void givesTheExpectedDiagnostics(Path fixture) {
        List<Diagnostic> diagnostics = Fixtures.compile(fixture).diagnostics();
        String name = Fixtures.name(fixture);
        String code = name.substring(0, "RI0000".length());
        assertTrue(
                diagnostics.stream().anyMatch(each -> each.code().id().equals(code)),
                () -> name + " does not show its code: " + diagnostics);
        String prefix = Fixtures.FOLDER.toString().replace('\\', '/') + "/";
        String rendered = DiagnosticRenderer.renderAll(diagnostics);
        Golden.check(Fixtures.FOLDER.resolve(name + ".errors"), rendered.replace(prefix, ""));
    }

    @ParameterizedTest
    @MethodSource("made")
    void givesTheExpectedDiagnosticsOfWhatIsMade(MadeFixtures.Made made, @TempDir Path folder) throws IOException {
        String rendered = DiagnosticRenderer.renderAll(made.maker().make(folder));
        assertTrue(rendered.contains(made.code().id()), rendered);
        String prefix = folder.toString().replace('\\', '/');
        Golden.check(
                Fixtures.FOLDER.resolve(made.slug() + ".errors"),
                rendered.replace(prefix + "/", "").replace(prefix, "contracts"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void findsNothingInWhatIsGood(Path fixture) {
        assertEquals(List.of(), Fixtures.compile(fixture).diagnostics());
    }

    /** Codes from RI1000 on belong to the tools beside the compiler, which have fixtures of their own. */
    @Test
    void everyCodeHasAPair() {
        List<Code> missing = Arrays.stream(Code.values())
                .filter(code -> code.id().compareTo("RI1000") < 0)
                .filter(code -> Fixtures.pair(code).isEmpty())
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyDiagnosticIsPlacedAndHasAMessageOfOneLine() {
        for (Path fixture : Fixtures.all()) {
            for (Diagnostic each : Fixtures.compile(fixture).diagnostics()) {
                String line = DiagnosticRenderer.renderLine(each);
                assertTrue(line.matches("[^\\n]+:[0-9]+:[0-9]+: (error|warning)\\[RI[0-9]{4}]: [^\\n]+"), line);
            }
        }
    }
}
