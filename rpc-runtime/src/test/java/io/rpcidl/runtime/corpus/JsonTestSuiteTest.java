package io.rpcidl.runtime.corpus;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.json.Codecs;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonReader;
import io.rpcidl.runtime.testing.Corpus;
import io.rpcidl.runtime.testing.StrictJackson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * nst/JSONTestSuite: what every reader must take ({@code y_}), what none may ({@code n_}), and what is each reader's own
 * decision ({@code i_}). Ours are a table in {@code docs/json.md}, whose rows are held against the documents.
 */
class JsonTestSuiteTest {

    /** Valid by the grammar; RFC 8259 leaves it to the reader, and ours takes no object whose members are in doubt. */
    private static final Set<String> REFUSED_ON_PURPOSE =
            Set.of("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");

    private static final Pattern ROW =
            Pattern.compile("\\| `(i_[^`]+)` \\| (taken|refused) \\| (taken|refused) \\| ([^|]+) \\|");

    @Test
    void takesEveryRightDocument() throws IOException {
        Map<String, byte[]> documents = documents("y_");
        assertEquals(95, documents.size());
        assertVerdicts(documents, "read", JsonTestSuiteTest::reads, name -> !REFUSED_ON_PURPOSE.contains(name));
        assertVerdicts(documents, "passed", JsonTestSuiteTest::passes, name -> true);
        assertVerdicts(documents, "Jackson", StrictJackson::takes, name -> !REFUSED_ON_PURPOSE.contains(name));
        say(documents, "right");
    }

    @Test
    void refusesEveryWrongDocument() throws IOException {
        Map<String, byte[]> documents = documents("n_");
        assertEquals(188, documents.size());
        assertVerdicts(documents, "read", JsonTestSuiteTest::reads, name -> false);
        assertVerdicts(documents, "passed", JsonTestSuiteTest::passes, name -> false);
        assertVerdicts(documents, "Jackson", StrictJackson::takes, name -> false);
        say(documents, "wrong");
    }

    @Test
    void decidesTheOthersAsThePageSays() throws IOException {
        Map<String, byte[]> documents = documents("i_");
        Map<String, MatchResult> rows = ROW.matcher(Files.readString(Path.of("../docs/json.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row));
        assertEquals(35, documents.size());
        assertEquals(documents.keySet(), new TreeMap<>(rows).keySet());
        assertVerdicts(documents, "read", JsonTestSuiteTest::reads, name -> isTaken(rows.get(name), 2));
        assertVerdicts(documents, "passed", JsonTestSuiteTest::passes, name -> isTaken(rows.get(name), 2));
        assertVerdicts(documents, "Jackson", StrictJackson::takes, name -> isTaken(rows.get(name), 3));
        say(documents, "undecided");
    }

    @Test
    void readsNumbersByTheirTypesAsThePageSays() throws IOException {
        Map<String, byte[]> documents = documents("i_number");
        for (String line : Files.readAllLines(Path.of("../docs/json.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches() && documents.containsKey(row.group(1))) {
                byte[] document = documents.get(row.group(1));
                assertEquals(row.group(4), "kept as written; " + reason(document), row.group(1));
            }
        }
    }

    /** Says what becomes of a number as each type, as far as it is not simply that number. */
    private static String reason(byte[] document) {
        List<String> refused = new ArrayList<>();
        String reason = "";
        if (!takes(document, in -> Codecs.list(Codecs.FLOAT64).read(in))) {
            refused.add("`float64`");
        } else if (Codecs.list(Codecs.FLOAT64).read(new JsonReader(document)).equals(List.of(0.0))) {
            reason = "zero as `float64`";
        }
        if (takes(document, in -> Codecs.list(Codecs.BIGINT).read(in))) {
            return takes(document, in -> Codecs.list(Codecs.INT64).read(in))
                    ? "an `int64`"
                    : "exact as `bigint`, refused as `int64`";
        }
        if (!takes(document, in -> Codecs.list(Codecs.DECIMAL).read(in))) {
            refused.add("`decimal`");
        }
        String refusal = refused.isEmpty() ? "" : "refused as " + String.join(" and ", refused);
        return reason + (reason.isEmpty() || refusal.isEmpty() ? "" : ", ") + refusal;
    }

    private static boolean isTaken(MatchResult row, int column) {
        return row.group(column).equals("taken");
    }

    private static void assertVerdicts(
            Map<String, byte[]> documents, String how, Predicate<byte[]> takes, Predicate<String> expected) {
        assertAll(documents.entrySet().stream()
                .map(each -> () -> assertEquals(
                        expected.test(each.getKey()), takes.test(each.getValue()), each.getKey() + ", " + how)));
    }

    private static void say(Map<String, byte[]> documents, String which) {
        long taken =
                documents.values().stream().filter(JsonTestSuiteTest::reads).count();
        System.out.println("JSONTestSuite: of " + documents.size() + " " + which + " documents " + taken + " taken, "
                + (documents.size() - taken) + " refused");
    }

    private static boolean reads(byte[] document) {
        return takes(document, Codecs.ANY::read);
    }

    /** What nobody asked for is passed over, and must be JSON all the same; only its names are not compared. */
    private static boolean passes(byte[] document) {
        return takes(document, JsonReader::skipValue);
    }

    private static boolean takes(byte[] document, Consumer<JsonReader> read) {
        JsonReader in = new JsonReader(document);
        try {
            read.accept(in);
            in.end();
            return true;
        } catch (JsonException e) {
            return false;
        }
    }

    private static Map<String, byte[]> documents(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(Corpus.folder("JSONTestSuite").resolve("test_parsing"))) {
            Map<String, byte[]> documents = new TreeMap<>();
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(prefix)) {
                    documents.put(name, Files.readAllBytes(file));
                }
            }
            return documents;
        }
    }
}
