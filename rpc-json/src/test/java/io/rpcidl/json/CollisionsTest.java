package io.rpcidl.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Elements and keys that somebody has chosen for their hashes, which are all the same. */
class CollisionsTest {

    private static final String MESSAGE = "more than 128 elements of a set or keys of a map with the same hash";

    private static final MapKey<JsonValue> KEY =
            MapKey.STRING.as("Code", JsonValue.Text::new, key -> ((JsonValue.Text) key).value());

    @Test
    void aSetTakesAFewOfThem() {
        assertEquals(128, read(Codecs.set(Codecs.ANY), array(128, "%s")).size());
        refused(Codecs.set(Codecs.ANY), array(129, "%s"), "/128: " + MESSAGE);
        refused(Codecs.set(Codecs.list(Codecs.STRING)), array(129, "[%s]"), "/128: " + MESSAGE);
    }

    @Test
    void aMapTakesAFewOfThem() {
        assertEquals(128, read(Codecs.map(KEY, Codecs.BOOL), object(128)).size());
        refused(
                Codecs.map(KEY, Codecs.BOOL),
                object(129),
                "/" + "Aa".repeat(7) + "BB" + "Aa".repeat(7) + ": " + MESSAGE);
        Codec<?> entries = Codecs.entries(Codecs.ANY, Codecs.BOOL);
        refused(entries, array(129, "{\"key\":%s,\"value\":true}"), "/128: " + MESSAGE);
    }

    @Test
    void timesThatHaveNoOrderForAHashTableAreCountedToo() {
        // the hash of a datetime is that of its date, xor that of its time
        int wanted = LocalDateTime.of(2000, 1, 1, 0, 0).hashCode();
        String times = IntStream.range(0, 200)
                .mapToObj(day -> LocalDateTime.of(2000, 1, 1, 0, 0).plusDays(day))
                .map(time -> time.plusNanos(time.toLocalDate().hashCode() ^ wanted))
                .filter(time -> time.hashCode() == wanted)
                .map(time -> '"' + DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time) + '"')
                .collect(Collectors.joining(",", "[", "]"));
        refused(Codecs.set(Codecs.DATETIME), times, "/128: " + MESSAGE);
    }

    @Test
    void whatHasAnOrderIsFoundFastHoweverManyThereAre() {
        assertEquals(
                32_768, read(Codecs.set(Codecs.STRING), array(32_768, "%s")).size());
        assertEquals(
                32_768,
                read(Codecs.map(MapKey.STRING, Codecs.BOOL), object(32_768)).size());
    }

    @Test
    void manyElementsOfDifferentHashesAreTaken() {
        String points = IntStream.range(0, 40_000)
                .mapToObj(i -> "[" + i / 200 + "," + i % 200 + "]")
                .collect(Collectors.joining(",", "[", "]"));
        assertEquals(
                40_000, read(Codecs.set(Codecs.list(Codecs.FLOAT64)), points).size());
    }

    /** Strings of one hash: "Aa" and "BB" have the same. */
    private static Stream<String> strings(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> IntStream.range(0, 15)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining("", "\"", "\"")));
    }

    private static String array(int count, String element) {
        return strings(count).map(element::formatted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String object(int count) {
        return strings(count).map(key -> key + ":true").collect(Collectors.joining(",", "{", "}"));
    }

    private static void refused(Codec<?> codec, String json, String message) {
        JsonException refusal = assertThrows(JsonException.class, () -> read(codec, json));
        assertEquals(message, refusal.getMessage());
        assertEquals(JsonException.Kind.LIMIT, refusal.kind());
    }

    private static <T> T read(Codec<T> codec, String json) {
        JsonReader in = new JsonReader(json.getBytes(StandardCharsets.UTF_8));
        T value = codec.read(in);
        in.end();
        return value;
    }
}
