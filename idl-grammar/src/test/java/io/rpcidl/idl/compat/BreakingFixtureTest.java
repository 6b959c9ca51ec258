package io.rpcidl.idl.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.Golden;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticRenderer;
import io.rpcidl.idl.model.Schema;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fixture {@code RI2xxx-name} is a change that gives its code; its twin {@code RI2xxx-name.good} is what to do instead,
 * and each {@code ok-name} another change that breaks nobody.
 */
class BreakingFixtureTest {

    static List<Path> fixtures() {
        return BreakingFixtures.all();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void givesTheExpectedFindings(Path fixture) {
        String name = fixture.getFileName().toString();
        List<Diagnostic> findings = BreakingFixtures.findings(fixture);
        if (BreakingFixtures.isGood(name)) {
            assertEquals(List.of(), findings);
            return;
        }
        String code = name.substring(0, "RI0000".length());
        assertTrue(
                findings.stream().anyMatch(each -> each.code().id().equals(code)),
                () -> name + " does not show its code: " + findings);
        String prefix = BreakingFixtures.FOLDER.toString().replace('\\', '/') + "/" + name + "/";
        Golden.check(
                fixture.resolve("expected.errors"),
                DiagnosticRenderer.renderAll(findings).replace(prefix, ""));
    }

    @Test
    void everyCodeHasAFixtureAndItsTwin() {
        List<String> names = BreakingFixtures.names();
        List<Code> missing = BreakingFixtures.codes().stream()
                .filter(code -> names.stream().noneMatch(each -> each.startsWith(code.id()))
                        || names.stream().noneMatch(each -> each.startsWith(code.id()) && each.endsWith(".good")))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyFixtureOfAChangeHasItsTwin() {
        List<String> names = BreakingFixtures.names();
        List<String> alone = names.stream()
                .filter(each -> !BreakingFixtures.isGood(each) && !names.contains(each + ".good"))
                .toList();
        assertEquals(List.of(), alone);
    }

    @Test
    void everyFindingNamesBothPlacesAndAFix() {
        for (Path fixture : BreakingFixtures.all()) {
            for (Diagnostic each : BreakingFixtures.findings(fixture)) {
                String related = each.related().get(0).span().file().name();
                assertTrue(related.contains("/old/") || related.contains("\\old\\"), each.toString());
                assertTrue(each.help().isPresent(), each.toString());
            }
        }
    }

    @Test
    void aContractDoesNotBreakItself() {
        for (Path fixture : BreakingFixtures.all()) {
            for (String side : List.of("old", "new")) {
                var schema = BreakingFixtures.schema(fixture.resolve(side));
                assertEquals(List.of(), BreakingChanges.between(schema, schema), fixture::toString);
            }
        }
    }

    @Test
    void theWireLevelLeavesOutWhatOnlyBreaksPrograms() {
        for (Path fixture : BreakingFixtures.all()) {
            List<Diagnostic> all = BreakingFixtures.findings(fixture);
            List<Diagnostic> wire = BreakingChanges.between(
                    BreakingFixtures.schema(fixture.resolve("old")),
                    BreakingFixtures.schema(fixture.resolve("new")),
                    new BreakingOptions(Level.WIRE, Set.of(), Set.of()));
            assertEquals(
                    all.stream()
                            .filter(each -> !Effect.of(each.code()).equals(Set.of(Effect.SOURCE)))
                            .map(Diagnostic::toString)
                            .toList(),
                    wire.stream().map(Diagnostic::toString).toList(),
                    fixture::toString);
        }
    }

    @Test
    void whatBelongsToALibraryIsNotReported() {
        for (String name : List.of("RI2001-package-removed", "RI2004-type-moved")) {
            Schema before = BreakingFixtures.schema(BreakingFixtures.FOLDER.resolve(name + "/old"));
            Schema after = BreakingFixtures.schema(BreakingFixtures.FOLDER.resolve(name + "/new"));
            BreakingOptions options = new BreakingOptions(Level.SOURCE, Set.of(), Set.of("common.v1"));
            assertEquals(List.of(), BreakingChanges.between(before, after, options));
        }
    }

    @Test
    void allowedCodesAreNotReported() {
        Path fixture = BreakingFixtures.FOLDER.resolve("RI2009-union-opened");
        BreakingOptions options = new BreakingOptions(Level.SOURCE, Set.of("RI2009"), Set.of());
        List<Code> codes = BreakingChanges.between(
                        BreakingFixtures.schema(fixture.resolve("old")),
                        BreakingFixtures.schema(fixture.resolve("new")),
                        options)
                .stream()
                .map(Diagnostic::code)
                .toList();
        assertEquals(List.of(Code.TYPE_OPENED), codes);
    }

    @Test
    void codesAreNumberedAndHaveEffects() {
        Arrays.stream(Code.values())
                .filter(code -> code.id().startsWith("RI2"))
                .forEach(code -> assertTrue(!Effect.of(code).isEmpty(), code::toString));
    }
}
