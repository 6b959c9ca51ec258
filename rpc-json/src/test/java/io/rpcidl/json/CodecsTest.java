package io.rpcidl.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecsTest {

    @Test
    void writesWhatTheWireSaysAndReadsItBack() {
        same(Codecs.BOOL, true, "true");
        same(Codecs.INT32, Integer.MIN_VALUE, "-2147483648");
        same(Codecs.INT64, Long.MIN_VALUE, "-9223372036854775808");
        same(Codecs.INT64, 1_234_567_890_123L, "1234567890123");
        same(Codecs.BIGINT, new BigInteger("-123456789012345678901234567890"), "\"-123456789012345678901234567890\"");
        same(Codecs.DECIMAL, new BigDecimal("1.10"), "\"1.10\"");
        same(Codecs.FLOAT64, 0.1, "0.1");
        same(Codecs.FLOAT64, -0.0, "-0.0");
        same(Codecs.FLOAT64, 1e23, "1.0E23");
        same(Codecs.FLOAT64, Double.NEGATIVE_INFINITY, "\"-Infinity\"");
        same(Codecs.FLOAT32, 3.4028235E38f, "3.4028235E38");
        same(Codecs.STRING, "a\"\\\n\u0001\u007fé中😀/", "\"a\\\"\\\\\\n\\u0001\u007fé中😀/\"");
        same(Codecs.BYTES, Bytes.of((byte) 0, (byte) -1), "\"AP8=\"");
        same(Codecs.BYTES, Bytes.EMPTY, "\"\"");
        same(Codecs.UUID, new UUID(1, -1), "\"00000000-0000-0001-ffff-ffffffffffff\"");
        same(
                Codecs.ANY,
                JsonValue.parse("{\"b\":[1.10,null,true,\"x\"],\"a\":{}}"),
                "{\"b\":[1.10,null,true,\"x\"],\"a\":{}}");
    }

    @Test
    void writesTimesWithSecondsAndAFractionOfThreeSixOrNineDigits() {
        same(Codecs.TIMESTAMP, Instant.parse("2026-01-02T03:04:05Z"), "\"2026-01-02T03:04:05Z\"");
        same(Codecs.TIMESTAMP, Instant.parse("1969-12-31T23:59:59.120Z"), "\"1969-12-31T23:59:59.120Z\"");
        same(Codecs.TIMESTAMP, Instant.parse("2026-01-02T03:04:05.123456789Z"), "\"2026-01-02T03:04:05.123456789Z\"");
        same(Codecs.DATE, LocalDate.of(2026, 2, 28), "\"2026-02-28\"");
        same(Codecs.TIME, LocalTime.of(3, 4), "\"03:04:00\"");
        same(Codecs.DATETIME, LocalDateTime.of(2026, 1, 2, 3, 4, 5, 6_000), "\"2026-01-02T03:04:05.000006\"");
        same(Codecs.DURATION, Duration.ofDays(30), "\"PT720H0S\"");
        same(Codecs.DURATION, Duration.ofMillis(-1_500), "\"-PT1.500S\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05+01:30,2026-01-02T01:34:05Z",
        "2026-01-02T03:04:05-00:30,2026-01-02T03:34:05Z",
        "2026-01-02T03:04:05.1Z,2026-01-02T03:04:05.100Z"
    })
    void readsTimestampsWithAnyOffset(String text, String value) {
        assertEquals(Instant.parse(value), read(Codecs.TIMESTAMP, "\"" + text + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02",
                "2026-01-02T03:04Z",
                "2026-01-02T03:04:05",
                "2026-02-30T00:00:00Z",
                "26-01-02T03:04:05Z",
                "2026-01-02T24:00:00Z",
                "2026-01-02T03:04:05.Z",
                "2026-01-02T03:04:05.1234567890Z",
                "2026-01-02T03:04:05+1",
                "2026-01-02 03:04:05Z",
                "2026-01-02T03:04:05Z05:30",
                "+2026-01-02T03:04:05Z",
                "2026-01-02T03:04:05+19:00",
                "",
                "Z",
                "٢٠٢٦-01-02T03:04:05Z"
            })
    void refusesOtherTimestamps(String text) {
        JsonException thrown = assertThrows(JsonException.class, () -> read(Codecs.TIMESTAMP, "\"" + text + "\""));
        assertEquals("expected timestamp, got another string", thrown.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1-1-1-1-1", "00000000-0000-0001-ffff-fffffffffffg", "{00000000-0000-0001-ffff-ffffffffffff}"})
    void refusesOtherUuids(String text) {
        assertThrows(JsonException.class, () -> read(Codecs.UUID, "\"" + text + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AA", "AAA", "AA=", "A===", "AA==AA==", "AA_-", "A A="})
    void refusesOtherBase64(String text) {
        assertThrows(JsonException.class, () -> read(Codecs.BYTES, "\"" + text + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1M", "P1Y", "P", "pt1s", "PT1,5S", "PT1.S", "PT-1H+3M", "PT1H2H", "1s", "PT", ""})
    void refusesOtherDurations(String text) {
        assertThrows(JsonException.class, () -> read(Codecs.DURATION, "\"" + text + "\""));
    }

    @Test
    void passesOnRawValuesInOneLine() {
        JsonReader in = new JsonReader(" {\"a b\" :\n[ 1 , \"\\\" \\\\\" ] }\n".getBytes(StandardCharsets.UTF_8));
        assertEquals("{\"a b\":[1,\"\\\" \\\\\"]}", new String(in.rawValue(), StandardCharsets.UTF_8));
        in.end();
    }

    @Test
    void keepsTheOrderOfCollections() {
        Map<String, List<Integer>> map = new LinkedHashMap<>();
        map.put("z", List.of(3, 1, 2));
        map.put("a", List.of());
        same(Codecs.map(MapKey.STRING, Codecs.list(Codecs.INT32)), map, "{\"z\":[3,1,2],\"a\":[]}");
        assertEquals(
                "[c, a, b]",
                read(Codecs.set(Codecs.STRING), "[\"c\",\"a\",\"b\"]").toString());
        same(Codecs.list(Codecs.nullable(Codecs.STRING)), Arrays.asList("a", null), "[\"a\",null]");
    }

    @Test
    void judgesDuplicatesByTheDecodedValues() {
        assertThrows(JsonException.class, () -> read(Codecs.set(Codecs.STRING), "[\"a\",\"\\u0061\"]"));
        assertThrows(
                JsonException.class,
                () -> read(Codecs.map(MapKey.INT32, Codecs.BOOL), "{\"1\":true,\"\\u0031\":true}"));
        assertThrows(JsonException.class, () -> read(Codecs.ANY, "{\"a\":1,\"a\":1}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"01\":true}", "{\"1.0\":true}", "{\"\":true}", "{\"2147483648\":true}", "{\"x\":true}"})
    void refusesKeysOfAnotherType(String text) {
        assertThrows(JsonException.class, () -> read(Codecs.map(MapKey.INT32, Codecs.BOOL), text));
    }

    @Test
    void refusesToWriteWhatHasNoJson() {
        assertThrows(JsonException.class, () -> write(Codecs.STRING, "a\ud800"));
        assertThrows(JsonException.class, () -> write(Codecs.DECIMAL, new BigDecimal("1e1000000000")));
        assertThrows(JsonException.class, () -> write(Codecs.BIGINT, BigInteger.TEN.pow(1_000)));
        assertThrows(JsonException.class, () -> write(Codecs.TIMESTAMP, Instant.MAX));
        assertThrows(JsonException.class, () -> write(Codecs.STRING, "x".repeat(4 * 1024 * 1024)));
    }

    @Test
    void everyDecimalThatIsReadCanBeWrittenAndReadAgain() {
        String digits = "-" + "1".repeat(999);
        same(Codecs.DECIMAL, new BigDecimal(digits), '"' + digits + '"');
        // as it came it has 1,000 characters, as it is written some more
        assertEquals(
                "\"-1." + "1".repeat(993) + "E+6140\"",
                write(Codecs.DECIMAL, read(Codecs.DECIMAL, "-" + "1".repeat(994) + "e5147")));
        for (String longest : List.of("-0.00000" + "1".repeat(1_000), "-1." + "1".repeat(999) + "E+6144")) {
            same(Codecs.DECIMAL, new BigDecimal(longest), '"' + longest + '"');
        }
        assertThrows(JsonException.class, () -> read(Codecs.DECIMAL, '"' + "1".repeat(1_001) + '"'));
        assertThrows(JsonException.class, () -> read(Codecs.DECIMAL, "\"0." + "0".repeat(1_007) + '"'));
        assertThrows(JsonException.class, () -> write(Codecs.DECIMAL, new BigDecimal("1".repeat(1_001))));
    }

    @Test
    void everyTimestampThatIsReadCanBeWritten() {
        same(Codecs.TIMESTAMP, Instant.parse("0000-01-01T00:00:00Z"), "\"0000-01-01T00:00:00Z\"");
        same(Codecs.TIMESTAMP, Instant.parse("9999-12-31T23:59:59Z"), "\"9999-12-31T23:59:59Z\"");
        for (String text : List.of("0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01")) {
            assertThrows(JsonException.class, () -> read(Codecs.TIMESTAMP, '"' + text + '"'), text);
            assertThrows(
                    JsonException.class,
                    () -> read(Codecs.map(MapKey.TIMESTAMP, Codecs.BOOL), "{\"" + text + "\":true}"),
                    text);
        }
    }

    @Test
    void parsesNoTextThatHasNoUtf8() {
        assertEquals(JsonValue.of("😀"), JsonValue.parse("\"😀\""));
        JsonException refusal = assertThrows(JsonException.class, () -> JsonValue.parse("[\"a\ud800b\"]"));
        assertEquals(JsonException.Kind.SYNTAX, refusal.kind());
        assertEquals("broken JSON: a lone surrogate", refusal.getMessage());
    }

    private static <T> void same(Codec<T> codec, T value, String json) {
        assertEquals(json, write(codec, value));
        assertEquals(value, read(codec, json));
        assertEquals(value, read(codec, " " + json + "\n"));
    }

    private static <T> String write(Codec<T> codec, T value) {
        JsonWriter out = new JsonWriter();
        codec.write(out, value);
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }

    private static <T> T read(Codec<T> codec, String json) {
        JsonReader in = new JsonReader(json.getBytes(StandardCharsets.UTF_8));
        T value = codec.read(in);
        in.end();
        return value;
    }
}
