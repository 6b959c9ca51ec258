package io.rpcidl.idl.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.Fixtures;
import io.rpcidl.idl.Golden;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticRenderer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fixture {@code RIxxxx-name} shows its code; each {@code good-name} shows none, and
 * {@code RIxxxx-name.good} is the same put right.
 */
class FixtureTest {

    /** Shown by generated input, in {@link LoaderTest} and {@link HostileInputTest}. */
    private static final Set<Code> GENERATED = Set.of(
            Code.UNREADABLE_FILE,
            Code.FILE_TOO_LARGE,
            Code.TOO_MANY_FILES,
            Code.TOO_MANY_DIAGNOSTICS,
            Code.UNWRITABLE_FILE,
            Code.TOO_MANY_TOKENS);

    static List<Path> fixtures() {
        return Fixtures.all();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void givesTheExpectedDiagnostics(Path fixture) {
        Compilation compilation = Fixtures.compile(fixture);
        String name = fixture.getFileName().toString().replace(".rpcidl", "");
        if (name.startsWith("good-") || name.endsWith(".good")) {
            assertEquals(List.of(), compilation.diagnostics());
            return;
        }
        String code = name.substring(0, "RI0000".length());
        assertTrue(
                compilation.diagnostics().stream()
                        .anyMatch(each -> each.code().id().equals(code)),
                () -> name + " does not show its code: " + compilation.diagnostics());
        String prefix = Fixtures.FOLDER.toString().replace('\\', '/') + "/";
        String rendered = DiagnosticRenderer.renderAll(compilation.diagnostics());
        Golden.check(Fixtures.FOLDER.resolve(name + ".errors"), rendered.replace(prefix, ""));
    }

    /** Codes from RI1000 on belong to the tools beside the compiler, which have fixtures of their own. */
    @Test
    void everyCodeHasAFixture() {
        List<Code> missing = Arrays.stream(Code.values())
                .filter(code -> code.id().compareTo("RI1000") < 0)
                .filter(code -> !GENERATED.contains(code) && !hasFixture(code))
                .toList();
        assertEquals(List.of(), missing);
    }

    private static boolean hasFixture(Code code) {
        String[] names =
                Fixtures.FOLDER.toFile().list((folder, name) -> name.startsWith(code.id()) && name.endsWith(".errors"));
        return names != null && names.length > 0;
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
