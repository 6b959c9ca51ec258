package io.rpcidl.runtime.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The cases of {@code docs/conformance} hold what {@code docs/wire.md} says, in its words, and leave no "must" out. */
class CoverageTest {

    /** Every row of the tables of these chapters has a case, too. */
    private static final Set<String> CHAPTERS_WHOSE_TABLES_ARE_HELD =
            Set.of("Requests", "Replies", "Streams", "Mistakes", "Limits", "Acceptance", "Types");

    private final List<Case> cases = Case.all();
    private final Set<String> held = cases.stream().map(Case::rule).collect(Collectors.toSet());

    @Test
    void everyRuleStandsOnThePage() throws IOException {
        Set<String> rules =
                WireRules.read().values().stream().flatMap(List::stream).collect(Collectors.toSet());
        assertEquals(
                List.of(), held.stream().filter(rule -> !rules.contains(rule)).toList());
    }

    @Test
    void everyMustHasACase() throws IOException {
        List<String> musts = WireRules.read().values().stream()
                .flatMap(List::stream)
                .filter(rule -> rule.matches("(?i).*\\bmust\\b.*"))
                .toList();
        assertTrue(musts.size() >= 7, "sentences that say must: " + musts);
        assertEquals(
                List.of(), musts.stream().filter(rule -> !held.contains(rule)).toList());
    }

    @Test
    void everyRowOfATableHasACase() throws IOException {
        Map<String, List<String>> chapters = WireRules.read();
        List<String> rows = CHAPTERS_WHOSE_TABLES_ARE_HELD.stream()
                .flatMap(chapter -> chapters.get(chapter).stream())
                .filter(rule -> rule.startsWith("|"))
                .toList();
        assertEquals(List.of(), rows.stream().filter(row -> !held.contains(row)).toList());
    }

    /** The page's example of a message that is written short stands for what it says. */
    @Test
    void whatIsWrittenShortStandsForAMessage() throws IOException {
        Matcher example = Pattern.compile("`(\\{\"method\".*?})` stands for\\s+```json\n(.*?\n)```")
                .matcher(Files.readString(Path.of("../docs/conformance/README.md")));
        assertTrue(example.find(), "no example");
        byte[] bytes = Packet.bytes(Json.read(example.group(1)), Packet.FIRST_ID);
        assertEquals(example.group(2), new String(bytes, StandardCharsets.UTF_8));
    }

    @Test
    void everyNameIsThatOfOneCase() {
        Map<String, Long> names = cases.stream()
                .collect(Collectors.groupingBy(each -> each.chapter() + ": " + each.name(), Collectors.counting()));
        assertEquals(
                Set.of(),
                names.entrySet().stream()
                        .filter(each -> each.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
        assertTrue(names.size() >= 200, "cases: " + names.size());
    }
}
