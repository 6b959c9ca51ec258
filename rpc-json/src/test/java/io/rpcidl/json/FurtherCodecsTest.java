package io.rpcidl.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Maps as entries, tri-state fields, constrained results, further names. */
class FurtherCodecsTest {

    private static final Codec<Map<List<Integer>, String>> ENTRIES =
            Codecs.entries(Codecs.list(Codecs.INT32), Codecs.nullable(Codecs.STRING));

    @Test
    void aMapWithKeysOfAnyTypeIsAListOfEntries() {
        Map<List<Integer>, String> map = new LinkedHashMap<>();
        map.put(List.of(2), "b");
        map.put(List.of(1), null);
        String json = "[{\"key\":[2],\"value\":\"b\"},{\"key\":[1],\"value\":null}]";
        assertEquals(json, write(ENTRIES, map));
        assertEquals(map, read(ENTRIES, json));
        assertEquals(
                List.of(List.of(2), List.of(1)),
                new ArrayList<>(read(ENTRIES, json).keySet()));
        assertEquals(map, read(ENTRIES, "[{\"x\":1,\"value\":\"b\",\"key\":[2]},{\"key\":[1]}]"));
    }

    @Test
    void anEntryHasAKeyAndAValue() {
        refused(ENTRIES, "[{\"value\":\"b\"}]", "/0: missing required member 'key'");
        Codec<Map<Double, Integer>> strict = Codecs.entries(Codecs.FLOAT64, Codecs.INT32);
        refused(strict, "[{\"key\":1}]", "/0: missing required member 'value'");
        refused(strict, "[{\"key\":1,\"value\":1},{\"key\":1.0,\"value\":2}]", "/1: duplicate key");
        refused(strict, "[{\"key\":1,\"key\":1,\"value\":1}]", "/0/key: duplicate member 'key'");
        refused(strict, "[{\"key\":null,\"value\":1}]", "/0/key: expected float64, got null");
        refused(strict, "{}", "expected array, got an object");
    }

    @Test
    void aMapWithKeysThatCanChangeIsNotFrozen() {
        Map<List<Integer>, String> map = Map.of(new ArrayList<>(List.of(1)), "a");
        assertTrue(!Frozen.is(Frozen.map(map)));
        assertTrue(Frozen.is(read(ENTRIES, "[{\"key\":[1],\"value\":\"a\"}]")));
    }

    @Test
    void int64AsAStringIsReadInBothForms() {
        assertEquals("\"-9223372036854775808\"", write(Codecs.INT64_TEXT, Long.MIN_VALUE));
        assertEquals(7, read(Codecs.INT64_TEXT, "7"));
        assertEquals(7, read(Codecs.INT64_TEXT, "\"7\""));
    }

    @Test
    void aPatchIsNullOrAValue() {
        Codec<Patch<String>> codec = Codecs.patch(Codecs.STRING);
        assertEquals("null", write(codec, Patch.ofNull()));
        assertEquals("\"a\"", write(codec, Patch.of("a")));
        assertEquals(Patch.ofNull(), read(codec, "null"));
        assertEquals(Patch.of("a"), read(codec, "\"a\""));
    }

    @Test
    void aPatchIsAppliedToWhatWasThere() {
        assertEquals("old", Patch.<String>absent().applyTo("old"));
        assertNull(Patch.<String>ofNull().applyTo("old"));
        assertEquals("new", Patch.of("new").applyTo("old"));
        assertEquals(Patch.ofNull(), Patch.<String>ofNullable(null));
        assertEquals(Patch.of("A"), Patch.of("a").map(String::toUpperCase));
        assertTrue(Patch.absent().map(each -> each).isAbsent());
        assertTrue(Patch.ofNull().isNull());
        assertEquals("absent null a", Patch.absent() + " " + Patch.ofNull() + " " + Patch.of("a"));
    }

    @Test
    void aCheckedCodecRefusesBothWays() {
        Codec<String> codec = Codecs.checked(Codecs.STRING, Check.length(0, 1));
        assertThrows(JsonException.class, () -> write(codec, "ab"));
        refused(codec, "\"ab\"", "expected ..1 code points, got 2");
        refused(Codecs.list(codec), "[\"a\",\"ab\"]", "/1: expected ..1 code points, got 2");
    }

    @Test
    void aFieldIsReadByFurtherNames() {
        FieldNames names = FieldNames.of("a", "b").or(1, "c", "ü").or(0, "d");
        assertEquals(1, fieldOf(names, "{\"c\":1}"));
        assertEquals(1, fieldOf(names, "{\"\\u00fc\":1}"));
        assertEquals(0, fieldOf(names, "{\"d\":1}"));
        assertEquals(JsonReader.END, fieldOf(names, "{\"e\":1}"));
        assertEquals(2, names.size());
        JsonReader in = reader("{\"b\":1,\"c\":2}");
        long seen = in.once(names, 0, in.firstField(names));
        in.int32();
        int again = in.nextField(names, 1);
        assertEquals(
                "/c: duplicate member 'b'",
                assertThrows(JsonException.class, () -> in.once(names, seen, again))
                        .getMessage());
    }

    @Test
    void pointersAreCut() {
        String name = "n".repeat(1_000);
        JsonException refusal = assertThrows(
                JsonException.class, () -> read(Codecs.map(MapKey.STRING, Codecs.INT32), "{\"" + name + "\":true}"));
        assertEquals("/" + "n".repeat(64) + "…: expected int32, got true", refusal.getMessage());
    }

    private static int fieldOf(FieldNames names, String json) {
        return reader(json).firstField(names);
    }

    private static JsonReader reader(String json) {
        return new JsonReader(json.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> String write(Codec<T> codec, T value) {
        JsonWriter out = new JsonWriter();
        codec.write(out, value);
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }

    private static <T> T read(Codec<T> codec, String json) {
        JsonReader in = reader(json);
        T value = codec.read(in);
        in.end();
        return value;
    }

    private static void refused(Codec<?> codec, String json, String message) {
        JsonException refusal = assertThrows(JsonException.class, () -> read(codec, json), json);
        assertEquals(message, refusal.getMessage());
    }
}
