package io.rpcidl.idl.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.Golden;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page of the rules says what the rules are, what was measured, and shows examples that give what it says. */
class LintDocTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "lint.md");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```rpcidl lint=(\\S*)\\n(.*?)^```$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (RI1\\d{3}) \\| .* \\| .* \\| (.*) \\| .* \\|$");

    /** With {@code -Dgolden.update=true} codes, tiers, titles and numbers are written, reasons are kept. */
    @Test
    void listsEachRuleOnceInOrder() throws IOException {
        String text = text();
        List<String> reasons = new ArrayList<>();
        String expected = ROW.matcher(text).replaceAll(row -> {
            reasons.add(row.group(2));
            return java.util.regex.Matcher.quoteReplacement(row(row));
        });
        Golden.check(DOCUMENT, expected);
        assertEquals(
                LintRules.ALL.stream().map(rule -> rule.code().id()).toList(),
                ROW.matcher(text).results().map(row -> row.group(1)).toList());
        assertTrue(reasons.stream().noneMatch(String::isBlank), "a rule without a reason");
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        List<MatchResult> examples = FENCE.matcher(text()).results().toList();
        assertTrue(examples.size() > 2, () -> "only " + examples.size() + " examples");
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest("lint=" + example.group(1), () -> check(example)));
    }

    private static void check(MatchResult example) {
        Compilation compilation = Compiler.compile(List.of(new SourceFile("example.rpcidl", example.group(2))));
        assertEquals(List.of(), compilation.diagnostics());
        String found = Linter.lint(compilation.schema().orElseThrow(), LintOptions.STANDARD).stream()
                .map(each -> each.code().id())
                .collect(Collectors.joining(","));
        assertEquals(example.group(1), found);
    }

    private static String row(MatchResult row) {
        LintRule rule = LintRules.ALL.stream()
                .filter(each -> each.code().id().equals(row.group(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule " + row.group(1)));
        return "| "
                + String.join(
                        " | ",
                        rule.code().id(),
                        rule.tier().toString(),
                        rule.code().title(),
                        row.group(2),
                        String.valueOf(counts().getOrDefault(rule.code().id(), 0)))
                + " |";
    }

    private static Map<String, Integer> counts() {
        try (Stream<String> lines = Files.lines(LintCorpusTest.COUNTS)) {
            return lines.map(line -> Arrays.asList(line.split(" ")))
                    .collect(Collectors.toMap(
                            words -> words.get(0), words -> Integer.parseInt(words.get(1)), (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text() throws IOException {
        return Files.readString(DOCUMENT).replace("\r\n", "\n");
    }
}
