package io.rpcidl.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.JsonException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings that are written run by run, and bytes that go slice by slice: what is special stands at each edge. */
class LongValuesTest {

    private static final int RUN = 256;
    private static final int SLICE = 3 * 1024;
    private static final int TEXT_SLICE = SLICE / 3 * 4;

    @ParameterizedTest
    @ValueSource(
            strings = {"\"", "\\", "\n", "\u0001", "é", "\u00ff", "Ā", "\u4e61", "中", "😀", "?", "\u007f", "\u0080"})
    void whateverStandsInALongStringIsReadBack(String special) {
        for (int length : new int[] {TextRuns.LONG - 1, TextRuns.LONG, 3 * RUN, 3 * RUN + 1, 10_000}) {
            for (int near = -2; near <= 2; near++) {
                for (int edge : new int[] {2, RUN, 2 * RUN, length - 2}) {
                    StringBuilder text = new StringBuilder("x".repeat(length));
                    text.insert(Math.max(0, Math.min(length, edge + near)), special);
                    assertSame(text.toString());
                }
            }
        }
    }

    @Test
    void stringsOfAllKindsOfRunsAreReadBack() {
        String[] kinds = {"plain", "two\nlines", "\"quoted\"", "é", "中文", "😀"};
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < 4 * RUN) {
                text.append(kinds[random.nextInt(kinds.length)].repeat(random.nextInt(200)));
            }
            assertSame(text.toString());
        }
    }

    @Test
    void aLoneSurrogateIsRefusedWhereverItStands() {
        for (int at : new int[] {0, RUN - 1, RUN, TextRuns.LONG - 1, 1_000}) {
            String text =
                    new StringBuilder("x".repeat(1_000)).insert(at, '\ud83d').toString();
            JsonException thrown = assertThrows(JsonException.class, () -> new JsonWriter().string(text));
            assertEquals("string with a lone surrogate", thrown.getMessage());
        }
    }

    @Test
    void aLongStringTakesHardlyMoreThanItsRoom() {
        JsonWriter out = new JsonWriter();
        out.beginArray();
        out.element().string("x".repeat(1_000_000));
        out.endArray();
        assertTrue(out.array().length < 1_063_000, () -> "took " + out.array().length);
    }

    @Test
    void bytesOfEachLengthAroundASliceAreReadBack() {
        for (int slices = 1; slices <= 3; slices++) {
            for (int near = -4; near <= 4; near++) {
                byte[] content = new byte[slices * SLICE + near];
                new Random(near).nextBytes(content);
                JsonWriter out = new JsonWriter();
                Codecs.BYTES.write(out, Bytes.of(content));
                String json = new String(out.toByteArray(), StandardCharsets.US_ASCII);
                assertEquals('"' + Base64.getEncoder().encodeToString(content) + '"', json);
                assertEquals(Bytes.of(content), Codecs.BYTES.read(new JsonReader(out.toByteArray())));
            }
        }
    }

    @Test
    void paddingBeforeTheEndOrWithoutItIsRefused() {
        for (String end :
                new String[] {"", "AAAA", "AA==", "A".repeat(TEXT_SLICE), "A".repeat(TEXT_SLICE + 2) + "=="}) {
            refused("A".repeat(TEXT_SLICE - 2) + "==" + "AAAA" + end);
            refused("A".repeat(TEXT_SLICE - 1) + "=" + "AAAA" + end);
            refused("A".repeat(TEXT_SLICE) + "AA==" + "AAAA" + end);
        }
        refused("A".repeat(TEXT_SLICE) + "AAA");
        refused("A".repeat(TEXT_SLICE) + "A===");
        refused("A".repeat(TEXT_SLICE) + "====");
        refused("A".repeat(TEXT_SLICE - 4) + "====" + "AAAA");
        refused("A".repeat(TEXT_SLICE) + "AA_-");
        refused("A".repeat(TEXT_SLICE + 10) + "-" + "A".repeat(TEXT_SLICE - 11));
    }

    private static void refused(String text) {
        byte[] json = ('"' + text + '"').getBytes(StandardCharsets.US_ASCII);
        JsonException thrown = assertThrows(JsonException.class, () -> Codecs.BYTES.read(new JsonReader(json)));
        assertEquals("expected bytes, got another string", thrown.getMessage());
    }

    @Test
    void longBytesStopAtTheLimitBeforeRoomIsMade() {
        JsonWriter out = new JsonWriter(16, new JsonLimits(10_000, 3));
        JsonException thrown =
                assertThrows(JsonException.class, () -> Codecs.BYTES.write(out, Bytes.of(new byte[7_501])));
        assertEquals(Kind.LIMIT, thrown.kind());
        assertEquals(16, out.array().length);
    }

    private static void assertSame(String text) {
        JsonWriter out = new JsonWriter();
        out.string(text);
        byte[] json = out.toByteArray();
        assertEquals(text, new JsonReader(json).string());
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        long escaped =
                text.chars().filter(c -> c == '"' || c == '\\' || c == '\n').count();
        long controls = text.chars().filter(c -> c == 1).count();
        assertEquals(utf8.length + 2 + escaped + 5 * controls, json.length);
    }
}
