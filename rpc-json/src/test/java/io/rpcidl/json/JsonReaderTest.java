package io.rpcidl.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.JsonException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @ParameterizedTest
    @CsvSource({"0,0", "-0,0", "7,7", "-2147483648,-2147483648", "2147483647,2147483647", "' \n\t7 ',7"})
    void readsInt32(String text, int value) {
        assertEquals(value, read(text, JsonReader::int32));
    }

    @ParameterizedTest
    @CsvSource({
        "2147483648, int32 out of range",
        "99999999999999999999, int32 out of range",
        "1.0, 'expected int32, got 1.0'",
        "1e2, 'expected int32, got 1e2'",
        "null, 'expected int32, got null'",
        "'\"\"', 'expected int32, got a string'",
        "'\"12\"', 'expected int32, got a string'",
        "true, 'expected int32, got true'",
        "'{}', 'expected int32, got an object'",
    })
    void refusesOtherValuesAsInt32(String text, String message) {
        JsonException thrown = assertThrows(JsonException.class, () -> read(text, JsonReader::int32));
        assertEquals(message, thrown.getMessage());
        assertEquals(Kind.SHAPE, thrown.kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "-", "+1", ".5", "1.", "1e", "0x1", "--1", "1a", "nul", "tru", "", "  ", "'1'"})
    void refusesWhatIsNoJson(String text) {
        JsonException thrown = assertThrows(JsonException.class, () -> read(text, JsonReader::int32));
        assertEquals(Kind.SYNTAX, thrown.kind(), thrown.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0099999999999999999999", "99999999999999999999.", "-99999999999999999999e"})
    void saysOfALargeNumberTooWhetherItIsJson(String text) {
        refusesWhatIsNoJson(text);
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807,9223372036854775807",
        "-9223372036854775808,-9223372036854775808",
        "'\"9223372036854775807\"',9223372036854775807",
        "'\"-5\"',-5"
    })
    void readsInt64AsNumberOrString(String text, long value) {
        assertEquals(value, read(text, JsonReader::int64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "\"1.5\"", "\" 1\"", "\"\"", "\"01\""})
    void refusesOtherInt64(String text) {
        assertThrows(JsonException.class, () -> read(text, JsonReader::int64));
    }

    @ParameterizedTest
    @CsvSource({"1.10,1.10", "'\"1.10\"',1.10", "1E+3,1E+3", "0.000,0.000", "-7,-7"})
    void readsDecimalsWithTheirScale(String text, String value) {
        assertEquals(new java.math.BigDecimal(value), read(text, JsonReader::decimal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000000", "1e6145", "1e-6145", "\"1e99999999999999999999\""})
    void refusesDecimalsThatWouldExplode(String text) {
        assertThrows(JsonException.class, () -> read(text, JsonReader::decimal));
    }

    @Test
    void limitsTheLengthOfNumbers() {
        read("1".repeat(1_000), JsonReader::bigint);
        JsonException thrown = assertThrows(JsonException.class, () -> read("1".repeat(1_001), JsonReader::bigint));
        assertEquals(Kind.LIMIT, thrown.kind());
        assertEquals("number longer than 1000 characters", thrown.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"1.5,1.5", "-0.0,-0.0", "1e300,1e300", "'\"NaN\"',NaN", "'\"-Infinity\"',-Infinity", "4.9e-324,4.9e-324"
    })
    void readsDoubles(String text, double value) {
        assertEquals(value, read(text, JsonReader::float64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "\"1.5\"", "NaN", "\"nan\"", "null"})
    void refusesOtherDoubles(String text) {
        assertThrows(JsonException.class, () -> read(text, JsonReader::float64));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"a\"',a",
        "'\"\"',''",
        "'\"\\n\\t\\\"\\\\\\/\\b\\f\\r\"','\n\t\"\\/\b\f\r'",
        "'\"\\u00e9\\u4e2d\"',é中",
        "'\"é中😀\"',é中😀",
        "'\"\\ud83d\\ude00\"',😀",
        "'\"a\\u0000b\"','a\0b'"
    })
    void readsStrings(String text, String value) {
        assertEquals(value, read(text, JsonReader::string));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud83d\"",
                "\"\\ude00\\ud83d\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u\"",
                "\"a",
                "\"\\",
                "\"\n\"",
                "\"a\\\"",
            })
    void refusesBrokenStrings(String text) {
        JsonException thrown = assertThrows(JsonException.class, () -> read(text, JsonReader::string));
        assertEquals(Kind.SYNTAX, thrown.kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "c0af", "c3", "e0809f", "eda080", "f4908080", "f0808080", "ff", "e4b8", "f09f98"})
    void refusesInvalidUtf8(String hex) {
        byte[] middle = new java.math.BigInteger("1" + hex, 16).toByteArray();
        byte[] text = new byte[middle.length + 1];
        System.arraycopy(middle, 1, text, 1, middle.length - 1);
        text[0] = '"';
        text[text.length - 1] = '"';
        assertThrows(JsonException.class, () -> new JsonReader(text).string());
        assertThrows(JsonException.class, () -> new JsonReader(text).skipValue());
    }

    @Test
    void namesThePlaceByAPointer() {
        String text = "{\"a\":[1,{\"x/y\":2},{\"b~\":[null,{},{\"c\":true}]}]}";
        JsonReader in = new JsonReader(text.getBytes(StandardCharsets.UTF_8));
        JsonException thrown = assertThrows(JsonException.class, () -> {
            in.firstKey();
            in.firstElement();
            in.skipValue();
            in.nextElement();
            in.skipValue();
            in.nextElement();
            in.firstKey();
            in.firstElement();
            in.skipValue();
            in.nextElement();
            in.skipValue();
            in.nextElement();
            in.firstKey();
            in.int32();
        });
        assertEquals("/a/2/b~0/2/c: expected int32, got true", thrown.getMessage());
    }

    @Test
    void limitsTheDepth() {
        read("[".repeat(64) + "]".repeat(64), in -> skip(in));
        JsonException thrown = assertThrows(JsonException.class, () -> read("[".repeat(100_000), in -> skip(in)));
        assertEquals(Kind.LIMIT, thrown.kind());
    }

    @Test
    void findsMembersInAnyOrderAndSkipsOthers() {
        FieldNames names = FieldNames.of("a", "b", "ü");
        String text = "{ \"x\":[{}], \"b\" : 1 ,\"\\u0061\":2,\"y\":null,\"ü\":3}";
        JsonReader in = new JsonReader(text.getBytes(StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();
        for (int field = in.firstField(names); field >= 0; field = in.nextField(names, field)) {
            seen.append(names.name(field)).append(in.int32());
        }
        in.end();
        assertEquals("b1a2ü3", seen.toString());
        assertEquals(2, in.skipped());
    }

    @Test
    void aReaderThatIsResetKnowsNothingOfWhatItReadBefore() {
        FieldNames names = FieldNames.of("a", "b");
        byte[] broken = "[".repeat(64).getBytes(StandardCharsets.UTF_8);
        byte[] positions = "[1,2,3]".getBytes(StandardCharsets.UTF_8);
        byte[] next = ("--" + "[".repeat(63) + "{\"x\":1,\"b\":\"\u4e2d\"}" + "]".repeat(63) + "--")
                .getBytes(StandardCharsets.UTF_8);
        JsonReader in = new JsonReader(broken);
        assertThrows(JsonException.class, in::skipValue);
        in.reset(positions, 0, positions.length);
        for (int field = in.firstParameter(names); field >= 0; field = in.nextParameter(names, field)) {
            in.skipValue();
        }
        assertEquals(1, in.skipped());
        in.reset(next, 2, next.length - 2);
        for (int i = 0; i < 63; i++) {
            assertTrue(in.firstElement());
        }
        assertEquals(1, in.firstField(names));
        assertEquals("\u4e2d", in.string());
        assertEquals(JsonReader.END, in.nextField(names, 1));
        for (int i = 0; i < 63; i++) {
            assertFalse(in.nextElement());
        }
        in.end();
        assertEquals(1, in.skipped());
        assertThrows(IllegalArgumentException.class, () -> in.reset(next, 2, next.length + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{,}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":1 \"b\":2}", "{a:1}", "[1,]", "[1 2]", "[,]"
            })
    void refusesBrokenStructures(String text) {
        JsonException thrown = assertThrows(JsonException.class, () -> read(text, in -> skip(in)));
        assertEquals(Kind.SYNTAX, thrown.kind());
    }

    private static Object skip(JsonReader in) {
        in.skipValue();
        return "";
    }

    private static <T> T read(String text, Function<JsonReader, T> read) {
        JsonReader in = new JsonReader(text.getBytes(StandardCharsets.UTF_8));
        T value = read.apply(in);
        in.end();
        return value;
    }
}
