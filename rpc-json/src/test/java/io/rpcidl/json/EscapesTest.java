package io.rpcidl.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text with escapes, compared with what goes character by character. */
class EscapesTest {

    private static final List<String> PIECES = List.of(
            "x",
            "plain text, in a run",
            "\n",
            "\"",
            "\\",
            "\t\r",
            "\b\f",
            "\u0000",
            "\u001b",
            "\u007f",
            "\u0080",
            "é",
            "ÿ");
    private static final List<String> BEYOND_LATIN = List.of("Ā", "中", "😀", "\udbff\udfff");

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\"", "\\", "\u001b", "\n\n\n", "\"\\\n\u0000", "é\n", "\n中", "\n😀\""})
    void escapesStandAtTheStartAtTheEndAndAroundRuns(String escaped) {
        for (int length = 0; length <= 40; length++) {
            String run = "x".repeat(length);
            roundTrip(escaped + run);
            roundTrip(run + escaped);
            roundTrip(escaped + run + escaped);
            roundTrip(run + escaped + run);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 512, 4_096, 8_192})
    void escapesStandWhereBuffersEnd(int size) {
        for (int length = size - 20; length <= size + 10; length++) {
            for (String escaped : List.of("\n", "\u0001\u0002\"", "é\n", "\n😀", "\n中")) {
                roundTrip("x".repeat(length) + escaped + "y".repeat(9));
                roundTrip("\n" + "x".repeat(length) + escaped);
            }
        }
    }

    @Test
    void textThatIsAllEscapesIsWrittenAndRead() {
        for (int length = 0; length <= 520; length++) {
            roundTrip("\u0001".repeat(length));
            roundTrip("a" + "\"".repeat(length));
            roundTrip("a" + "é\u001f".repeat(length));
        }
    }

    @Test
    void aLongTextOfLinesIsWrittenAndRead() {
        String text = ("x".repeat(79) + "\n").repeat(1_250);
        assertEquals(100_000, text.length());
        roundTrip(text);
        roundTrip(text + "é");
        roundTrip(text + "中");
    }

    @Test
    void piecesOfAnyKindStandNextToEachOther() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = random.nextInt(30); pieces > 0; pieces--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
                if (i % 3 == 0) {
                    text.append(BEYOND_LATIN.get(random.nextInt(BEYOND_LATIN.size())));
                }
            }
            roundTrip(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "\ude00\ud83d", "\ud83d\n", "\n\ud83d"})
    void loneSurrogatesAreRefusedBesideEscapes(String lone) {
        for (int length = 0; length <= 300; length++) {
            String text = "x".repeat(length) + "\n" + lone;
            assertThrows(JsonException.class, () -> new JsonWriter().string(text), text);
            assertThrows(JsonException.class, () -> new JsonWriter().string(text + "\ny"), text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\x",
                "\\é",
                "\\u",
                "\\u00",
                "\\u001",
                "\\u00\\n",
                "\\u004\\n",
                "\\u00g0",
                "\\u000g",
                "\\ud83d",
                "\\ud83d\\n"
            })
    void wrongEscapesAreRefusedBehindRightOnes(String wrong) {
        for (int length = 0; length <= 20; length++) {
            for (String behind : List.of("", "\\n", "yyyyyyyyyyyy")) {
                String json = "\"\\n" + "x".repeat(length) + wrong + behind + '"';
                JsonReader in = reader(json);
                JsonException thrown = assertThrows(JsonException.class, in::string, json);
                assertEquals(
                        "broken JSON at offset 0: string with a bad escape, a lone surrogate or invalid UTF-8",
                        thrown.getMessage());
                assertEquals(1, in.position());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"\\u007f,\u007f", "\\u0080,\u0080", "\\u00e9,é", "\\u0041\\/,A/", "\\u4E2d,中", "\\ud83d\\uDE00,😀"})
    void escapesThatWeDoNotWriteAreReadBehindOthers(String escape, String meaning) {
        for (int length = 0; length <= 20; length++) {
            String run = "x".repeat(length);
            assertEquals(
                    "\n" + run + meaning + run,
                    reader("\"\\n" + run + escape + run + '"').string());
        }
    }

    @Test
    void textWithoutAnEndIsRefusedWhereverItStops() {
        String json = "\"\\n0123456789\\u0041\\\"xyz";
        for (int length = 1; length <= json.length(); length++) {
            JsonReader in = reader(json.substring(0, length));
            JsonException thrown = assertThrows(JsonException.class, in::string);
            assertEquals("broken JSON at offset " + length + ": the document ends too early", thrown.getMessage());
        }
    }

    @Test
    void valuesOfOtherTypesAreReadFromEscapesToo() {
        UUID id = new UUID(0x0123456789abcdefL, 0x8edcba9876543210L);
        String json = '"' + id.toString().replace("-", "\\u002d") + '"';
        assertEquals(id, Codecs.UUID.read(reader(json)));
        JsonException thrown = assertThrows(JsonException.class, () -> Codecs.UUID.read(reader("\"\\n\"")));
        assertEquals("expected uuid, got another string", thrown.getMessage());
    }

    @Test
    void escapesCountForTheLimit() {
        for (int lines = 0; lines <= 40; lines++) {
            String text = "x\n".repeat(lines);
            JsonWriter out = new JsonWriter(1, new JsonLimits(60, 3));
            if (3 * lines + 2 <= 60) {
                out.string(text);
                assertEquals(simple(text), new String(out.toByteArray(), StandardCharsets.UTF_8));
            } else {
                assertThrows(JsonException.class, () -> out.string(text));
            }
        }
    }

    private static void roundTrip(String text) {
        String json = simple(text);
        JsonWriter out = new JsonWriter(1, JsonLimits.DEFAULT);
        out.beginArray();
        out.element().string(text);
        out.element().string(text);
        out.endArray();
        assertEquals('[' + json + ',' + json + ']', new String(out.toByteArray(), StandardCharsets.UTF_8));
        assertEquals(List.of(text, text), Codecs.list(Codecs.STRING).read(new JsonReader(out.toByteArray())));
    }

    private static String simple(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            int named = "\"\\\b\f\n\r\t".indexOf(c);
            if (named >= 0) {
                json.append('\\').append("\"\\bfnrt".charAt(named));
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private static JsonReader reader(String json) {
        return new JsonReader(json.getBytes(StandardCharsets.UTF_8));
    }
}
