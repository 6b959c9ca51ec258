package io.rpcidl.idl.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What docs/breaking.md says is so: its examples, its table of changes, its matrices and its list of codes. */
class BreakingDocTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "breaking.md");
    private static final Pattern FENCE =
            Pattern.compile("(?ms)^```rpcidl (old|new)=(\\w+)(?: finds=(\\S+))?\\n(.*?)^```$");
    private static final Pattern CHANGE = Pattern.compile("(?m)^\\| (.+?) \\| (.+?) \\| (\\S.*?) \\| (`.+?) \\|$");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        Map<String, Schema> old = new TreeMap<>();
        List<DynamicTest> tests = new ArrayList<>();
        FENCE.matcher(text()).results().forEach(fence -> {
            Schema schema = compile(fence.group(4));
            if (fence.group(1).equals("old")) {
                old.put(fence.group(2), schema);
            } else {
                List<String> codes = fence.group(3) == null
                        ? List.of()
                        : List.of(fence.group(3).split(","));
                tests.add(DynamicTest.dynamicTest(
                        fence.group(2) + " " + codes,
                        () -> assertEquals(codes, codes(old.get(fence.group(2)), schema))));
            }
        });
        assertTrue(tests.size() >= 4, () -> "only " + tests.size() + " examples");
        return tests.stream();
    }

    /** Every row of the table of changes has fixtures, and they give just the codes that it says. */
    @TestFactory
    Stream<DynamicTest> changes() throws IOException {
        List<MatchResult> rows = CHANGE.matcher(text()).results().toList();
        assertTrue(rows.size() >= 80, () -> "only " + rows.size() + " rows");
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.group(1), () -> {
                    String codes = row.group(3).equals("–") ? "[]" : "[" + row.group(3) + "]";
                    TreeSet<String> found = new TreeSet<>();
                    for (String fixture : names(row.group(4))) {
                        Path folder = BreakingFixtures.FOLDER.resolve(fixture);
                        assertTrue(Files.isDirectory(folder), fixture);
                        BreakingFixtures.findings(folder)
                                .forEach(each -> found.add(each.code().id()));
                    }
                    assertEquals(codes, found.toString());
                }));
    }

    @Test
    void theCallInJavaIsOneThatCompiles() throws IOException {
        Schema oldSchema = compile("package p.v1;\nstruct S { x: int32; }");
        Schema newSchema = compile("package p.v1;\nstruct S {}");
        List<Diagnostic> findings = BreakingChanges.between(oldSchema, newSchema);
        assertTrue(!findings.isEmpty(), "a field is gone");
        String source = Files.readString(Path.of("src/test/java/io/rpcidl/idl/compat/BreakingDocTest.java"));
        Matcher java = Pattern.compile("(?ms)^```java\\n(.*?)^```$").matcher(text());
        assertTrue(java.find(), "no call");
        assertTrue(source.contains("        " + java.group(1)), java.group(1));
        assertTrue(!java.find(), "another call");
    }

    @Test
    void everyFixtureIsInTheTable() throws IOException {
        TreeSet<String> listed = new TreeSet<>();
        CHANGE.matcher(text()).results().forEach(row -> listed.addAll(names(row.group(4))));
        TreeSet<String> there = BreakingFixtures.names().stream()
                .filter(each -> !each.endsWith(".good") && !each.startsWith("ok-allowed-"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(there, listed);
    }

    @TestFactory
    Stream<DynamicTest> codes() throws IOException {
        String text = text();
        return BreakingFixtures.codes().stream()
                .map(code -> DynamicTest.dynamicTest(
                        code.id(), () -> assertTrue(text.contains(row(code)), () -> row(code) + " is missing")));
    }

    private static String row(Code code) {
        String effects = Stream.of(Effect.values())
                .filter(Effect.of(code)::contains)
                .map(each -> each.name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
        return "| " + code + " | " + code.title() + " | " + effects + " | " + code.severity() + " |";
    }

    @TestFactory
    Stream<DynamicTest> presenceOfFields() throws IOException {
        Map<String, String> ways = Map.of(
                "required", "struct S { x: int32; }",
                "rollout", "struct S { rollout x: int32; }",
                "optional", "struct S { x: int32?; }",
                "defaulted", "struct S { x: int32 = 1; }");
        return matrix(ways, "| from ↓ to → | required | rollout | optional | defaulted |");
    }

    @TestFactory
    Stream<DynamicTest> presenceOfParameters() throws IOException {
        Map<String, String> ways = Map.of(
                "required", "service S { m(x: int32); }",
                "optional", "service S { m(x: int32?); }",
                "defaulted", "service S { m(x: int32 = 1); }");
        return matrix(ways, "| from ↓ to → | required | optional | defaulted |");
    }

    private static Stream<DynamicTest> matrix(Map<String, String> ways, String head) throws IOException {
        String text = text();
        assertTrue(text.contains(head), head);
        List<String> lines = text.substring(text.indexOf(head))
                .lines()
                .limit(2 + ways.size())
                .toList();
        List<String> columns = cells(lines.get(0));
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            List<String> cells = cells(line);
            for (int i = 1; i < cells.size(); i++) {
                Schema before = compile("package p.v1;\n" + ways.get(cells.get(0)));
                Schema after = compile("package p.v1;\n" + ways.get(columns.get(i)));
                List<String> wanted = cells.get(i).equals("–") ? List.of() : List.of(cells.get(i));
                tests.add(DynamicTest.dynamicTest(
                        cells.get(0) + " to " + columns.get(i), () -> assertEquals(wanted, codes(before, after))));
            }
        }
        assertEquals(ways.size() * ways.size(), tests.size());
        return tests.stream();
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split("\\|"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(each -> each.group(1)).toList();
    }

    private static List<String> codes(Schema before, Schema after) {
        return BreakingChanges.between(before, after).stream()
                .map(Diagnostic::code)
                .map(Code::id)
                .sorted()
                .toList();
    }

    private static Schema compile(String text) {
        Compilation compilation = Compiler.compile(List.of(new SourceFile("shop.rpcidl", text)));
        return compilation.schema().orElseThrow(() -> new AssertionError(compilation.diagnostics()));
    }

    private static String text() throws IOException {
        return Files.readString(DOCUMENT).replace("\r\n", "\n");
    }
}
