package io.rpcidl.cli.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.compat.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What a new version of a contract does to programs and to code of the old one, for each row of docs/evolution.md: the
 * table, the breaking-change check and what in fact happens must agree.
 */
class EvolutionTest {

    private static final Path FIXTURES = Path.of("src", "test", "evolution");
    private static final Path DOCUMENT = Path.of("..", "docs", "evolution.md");
    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\| ([^|]+) \\| (works|fails) \\| (works|fails) \\| (compiles|breaks) \\| ([^|]+) \\| `([^|`]+)` \\|$");

    @TestFactory
    Stream<DynamicTest> changes() throws IOException {
        Map<String, MatchResult> rows = rows();
        return fixtures().stream()
                .map(fixture -> DynamicTest.dynamicTest(
                        fixture.getFileName().toString(),
                        () -> check(fixture, rows.get(fixture.getFileName().toString()))));
    }

    @Test
    void everyRowHasItsFixtureAndEveryFixtureItsRow() throws IOException {
        TreeSet<String> there = new TreeSet<>();
        fixtures().forEach(each -> there.add(each.getFileName().toString()));
        assertEquals(there, new TreeSet<>(rows().keySet()));
    }

    private static void check(Path fixture, MatchResult row) throws IOException {
        Evolution evolution = Evolution.of(fixture);
        Path expected = fixture.resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, evolution.toString());
        }
        assertEquals(Files.readString(expected), evolution.toString());
        assertEquals(
                List.of(row.group(2), row.group(3), row.group(4), row.group(5)),
                List.of(
                        evolution.oldToNew().substring(0, "works".length()),
                        evolution.newToOld().substring(0, "works".length()),
                        evolution.oldCode().equals("compiles") ? "compiles" : "breaks",
                        evolution.codes()),
                "docs/evolution.md: " + row.group(1));
        List<String> contradictions = contradictions(evolution);
        // a contradiction that is meant says why
        assertEquals(Files.exists(fixture.resolve("reason.txt")), !contradictions.isEmpty(), contradictions::toString);
    }

    /** Returns where the check and what happens do not say the same. */
    private static List<String> contradictions(Evolution evolution) {
        boolean understood =
                evolution.oldToNew().startsWith("works") && evolution.newToOld().startsWith("works");
        boolean compiles = evolution.oldCode().equals("compiles");
        List<String> contradictions = new ArrayList<>();
        if (!understood && !evolution.finds(Effect.WIRE)) {
            contradictions.add("the wire breaks, and the check does not say so");
        }
        if (!compiles && !evolution.finds(Effect.SOURCE)) {
            contradictions.add("old code does not compile, and the check does not say so");
        }
        if (understood && evolution.findsErrors(Effect.WIRE)) {
            contradictions.add("the check says that the wire breaks, and it does not");
        }
        if (compiles && evolution.findsErrors(Effect.SOURCE)) {
            contradictions.add("the check says that old code does not compile, and it does");
        }
        return contradictions;
    }

    private static List<Path> fixtures() throws IOException {
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            return folders.sorted().toList();
        }
    }

    private static Map<String, MatchResult> rows() throws IOException {
        Map<String, MatchResult> rows = new LinkedHashMap<>();
        ROW.matcher(Files.readString(DOCUMENT)).results().forEach(row -> rows.put(row.group(6), row));
        assertTrue(rows.size() >= 50, () -> "only " + rows.size() + " rows");
        return rows;
    }
}
