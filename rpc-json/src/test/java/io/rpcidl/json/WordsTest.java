package io.rpcidl.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Eight bytes at a time: every length and every place where something else than plain ASCII may stand. */
class WordsTest {

    private static final int MOST = 40;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"",
                "\\",
                "/",
                "\u0000",
                "\u0001",
                "\u001f",
                "\b\f\n\r\t",
                "\u007f",
                "\u0080",
                "é",
                "߿",
                "ࠀ",
                "中",
                "\ud7ff",
                "\ue000",
                "\uffff",
                "😀",
                "\udbff\udfff",
                "中文字",
                "a\"中\\😀\n"
            })
    void stringsAreWrittenAndReadWithSomethingAtEachOffset(String special) {
        for (int before = 0; before <= MOST; before++) {
            for (int behind = 0; behind <= MOST; behind += behind < 17 ? 1 : 23) {
                String value = "x".repeat(before) + special + "y".repeat(behind);
                String json = '"' + escaped(value) + '"';
                assertEquals(json, written(value));
                assertEquals(value, read(json));
                assertEquals(value, read(json + " ".repeat(9)));
                assertEquals(
                        List.of(value, value),
                        Codecs.list(Codecs.STRING)
                                .read(new JsonReader(
                                        ("[" + json + "," + json + "]").getBytes(StandardCharsets.UTF_8))));
            }
        }
    }

    @Test
    void runsOfTheWriterEndAtNoPair() {
        for (int before = 250; before < 260; before++) {
            String value = "中".repeat(before) + "😀".repeat(300);
            assertEquals('"' + value + '"', written(value));
            assertEquals(value, read('"' + value + '"'));
            String lone = "中".repeat(before) + "\ud83d";
            assertThrows(JsonException.class, () -> written(lone));
            assertThrows(JsonException.class, () -> written(lone + "\ud83d\ude00"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "bf",
                "c0 80",
                "c1 bf",
                "c2",
                "c2 41",
                "e0 80 80",
                "e0 9f bf",
                "e4 b8",
                "e4 b8 41",
                "e4 41 ad",
                "ed a0 80",
                "ed bf bf",
                "f0 80 80 80",
                "f0 8f bf bf",
                "f0 9f 98",
                "f0 9f 98 41",
                "f4 90 80 80",
                "f5 80 80 80",
                "ff",
                "fe"
            })
    void invalidUtf8IsRefusedAtEachOffset(String bytes) {
        byte[] invalid = bytes(bytes);
        for (int before = 0; before <= MOST; before++) {
            for (String behind : new String[] {"", "y", "中", "yyyyyyyyyyyyyyyy"}) {
                byte[] json = joined("\"" + "x".repeat(before), invalid, behind + "\"");
                JsonException thrown = assertThrows(JsonException.class, () -> read(json));
                assertEquals(
                        "broken JSON at offset 0: string with a bad escape, a lone surrogate or invalid UTF-8",
                        thrown.getMessage());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\x", "\\u", "\\u12", "\\u123g", "\\u+123", "\\ud83d", "\\ude00", "\\ud83d\\u0041", "\\ud83dx"})
    void wrongEscapesAreRefusedAtEachOffset(String escape) {
        for (int before = 0; before <= MOST; before++) {
            String json = '"' + "x".repeat(before) + escape + '"';
            JsonException thrown = assertThrows(JsonException.class, () -> read(json));
            assertEquals(
                    "broken JSON at offset 0: string with a bad escape, a lone surrogate or invalid UTF-8",
                    thrown.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({"\\u4e2d,中", "\\u4E2D,中", "\\ud83d\\ude00,😀", "\\/,/", "\\u0000,'\u0000'", "\\\",'\"'"})
    void rightEscapesAreReadAtEachOffset(String escape, String meaning) {
        for (int before = 0; before <= MOST; before++) {
            assertEquals("x".repeat(before) + meaning, read('"' + "x".repeat(before) + escape + '"'));
            assertEquals("中".repeat(before) + meaning + "é", read('"' + "中".repeat(before) + escape + "é\""));
        }
    }

    @Test
    void controlCharactersAndMissingQuotesAreRefusedAtEachOffset() {
        for (int before = 0; before <= MOST; before++) {
            for (char control = 0; control < ' '; control++) {
                String json = '"' + "x".repeat(before) + control + "yyyyyyyyyyyy\"";
                JsonException thrown = assertThrows(JsonException.class, () -> read(json));
                assertEquals(
                        "broken JSON at offset " + (before + 1) + ": string with a bad character or without an end",
                        thrown.getMessage());
            }
            String open = '"' + "x".repeat(before);
            assertThrows(JsonException.class, () -> read(open));
            assertThrows(JsonException.class, () -> read(open + "\\"));
            assertThrows(JsonException.class, () -> read(open + "\\\""));
        }
    }

    @Test
    void aDocumentEndsBeforeItsArrayDoes() {
        byte[] text = "\"abc\"\"abc\"\"abc\"\"abc\"".getBytes(StandardCharsets.UTF_8);
        assertEquals("abc", new JsonReader(text, 5, 10, JsonLimits.DEFAULT).string());
        assertThrows(JsonException.class, () -> new JsonReader(text, 5, 9, JsonLimits.DEFAULT).string());
    }

    @Test
    void namesOfEachLengthAreWrittenPredictedAndLookedUp() {
        for (int length = 0; length <= MOST; length++) {
            String name = "n".repeat(length);
            FieldNames names = FieldNames.of(name, name + "Z", "é" + name);
            JsonWriter out = new JsonWriter();
            out.beginObject();
            out.name(names, 0).int32(1);
            out.name(names, 1).int32(-2);
            out.name(names, 2).bool(true);
            out.endObject();
            String json = new String(out.toByteArray(), StandardCharsets.UTF_8);
            assertEquals("{\"" + name + "\":1,\"" + name + "Z\":-2,\"é" + name + "\":true}", json);
            assertEquals(List.of(0, 1, 2), fields(names, json));
            assertEquals(
                    List.of(0, 1, 2), fields(names, json.replace(",", " ,\n").replace(":", " : ")));
            assertEquals(List.of(0, 2), fields(names, json.replace("Z\"", "z\"")));
            assertEquals(List.of(1), fields(names, "{\"" + name + "Z\":1}"));
            assertEquals(List.of(2, 0), fields(names, "{\"é" + name + "\":1,\"" + name + "\":2}"));
            assertEquals(List.of(0), fields(names, "{\"" + name + "\":1,\"" + name + "ü\":2}"));
        }
    }

    @Test
    void aNameMayBeginATextThatIsAPieceOfAnother() {
        JsonWriter out = new JsonWriter();
        out.name(FieldNames.of("a"), 0).int32(1);
        assertEquals("\"a\":1", new String(out.toByteArray(), StandardCharsets.UTF_8));
    }

    @Test
    void theJdkAndWeTakeTheSameSequencesForUtf8() {
        int[] edges = {0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xed, 0xf0, 0xff};
        for (int first = 0x80; first <= 0xff; first++) {
            for (int second : edges) {
                for (int third : edges) {
                    for (int fourth : edges) {
                        for (int length = 1; length <= 4; length++) {
                            byte[] four = {(byte) first, (byte) second, (byte) third, (byte) fourth};
                            sameAsTheJdk(Arrays.copyOf(four, length));
                        }
                    }
                }
            }
        }
    }

    private static void sameAsTheJdk(byte[] utf8) {
        String expected = new String(utf8, StandardCharsets.UTF_8);
        byte[] json = joined("\"", utf8, "\"");
        if (Arrays.equals(utf8, expected.getBytes(StandardCharsets.UTF_8))) {
            assertEquals(expected, read(json));
        } else {
            JsonReader in = new JsonReader(json);
            assertThrows(JsonException.class, in::string);
            assertEquals(1, in.position());
        }
    }

    @Test
    void integersOfEachLengthAreWrittenAndRead() {
        List<Long> numbers = new ArrayList<>();
        for (BigInteger power = BigInteger.ONE; power.bitLength() < 64; power = power.multiply(BigInteger.TEN)) {
            for (long near = -2; near <= 2; near++) {
                numbers.add(power.longValue() + near);
                numbers.add(-power.longValue() + near);
            }
        }
        Collections.addAll(
                numbers, 0L, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 31, (1L << 31) - 1, -1L << 31, (-1L << 31) - 1);
        String json = numbers.toString().replace(" ", "");
        assertEquals(numbers, Codecs.list(Codecs.INT64).read(new JsonReader(json.getBytes(StandardCharsets.UTF_8))));
        JsonWriter out = new JsonWriter();
        Codecs.list(Codecs.INT64).write(out, numbers);
        assertEquals(json, new String(out.toByteArray(), StandardCharsets.UTF_8));
        List<Integer> small = numbers.stream()
                .filter(each -> each.intValue() == each)
                .map(Long::intValue)
                .toList();
        JsonWriter ints = new JsonWriter();
        Codecs.list(Codecs.INT32).write(ints, small);
        assertEquals(small.toString().replace(" ", ""), new String(ints.toByteArray(), StandardCharsets.UTF_8));
        assertEquals(small, Codecs.list(Codecs.INT32).read(new JsonReader(ints.toByteArray())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01",
                "-",
                "-01",
                "1.0",
                "1e2",
                "00",
                "",
                "+1",
                "9223372036854775808",
                "-9223372036854775809",
                "1x"
            })
    void otherIntegersAreRefused(String text) {
        byte[] json = ("[" + text + ",1]").getBytes(StandardCharsets.UTF_8);
        assertThrows(JsonException.class, () -> Codecs.list(Codecs.INT64).read(new JsonReader(json)));
    }

    @Test
    void aWriterStopsAtItsLimit() {
        for (int length = 0; length < 100; length++) {
            String value = "x".repeat(length);
            JsonWriter out = new JsonWriter(1, new JsonLimits(60, 3));
            if (length + 2 <= 60) {
                out.string(value);
                assertArrayEquals(('"' + value + '"').getBytes(StandardCharsets.UTF_8), out.toByteArray());
            } else {
                assertThrows(JsonException.class, () -> out.string(value));
            }
        }
    }

    private static List<Integer> fields(FieldNames names, String json) {
        JsonReader in = new JsonReader(json.getBytes(StandardCharsets.UTF_8));
        List<Integer> found = new ArrayList<>();
        for (int field = in.firstField(names); field >= 0; field = in.nextField(names, field)) {
            found.add(field);
            in.skipValue();
        }
        in.end();
        return found;
    }

    private static String escaped(String value) {
        StringBuilder json = new StringBuilder();
        value.chars().forEach(c -> {
            int simple = "\"\\\b\f\n\r\t".indexOf(c);
            if (simple >= 0) {
                json.append('\\').append("\"\\bfnrt".charAt(simple));
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.toString();
    }

    private static String written(String value) {
        JsonWriter out = new JsonWriter();
        out.string(value);
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }

    private static String read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(byte[] json) {
        JsonReader in = new JsonReader(json);
        String value = in.string();
        in.end();
        return value;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }

    private static byte[] joined(String before, byte[] middle, String behind) {
        byte[] head = before.getBytes(StandardCharsets.UTF_8);
        byte[] tail = behind.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + middle.length + tail.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(middle, 0, all, head.length, middle.length);
        System.arraycopy(tail, 0, all, head.length + middle.length, tail.length);
        return all;
    }
}
