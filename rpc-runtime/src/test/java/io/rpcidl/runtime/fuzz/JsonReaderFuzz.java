package io.rpcidl.runtime.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rpcidl.json.Codecs;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonLimits;
import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonValue;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.testing.StrictJackson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Of any bytes whatsoever the reader makes the value that strict Jackson makes of them, or refuses them as it does, but for
 * the differences that {@code docs/json.md} lists; it looks at no byte outside its stretch; what it has read is written,
 * and read again, as the same. What is passed over is held to the same grammar. Not run by the build, which has
 * {@link FuzzRegressionTest}, but by {@code .ci/fuzz}.
 */
class JsonReaderFuzz {

    /** Stand around the document, and would change what it says if they belonged to it. */
    private static final byte[] BEFORE = "[\"1".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] BEHIND = "0.5\"]}".getBytes(StandardCharsets.US_ASCII);

    @FuzzTest(maxDuration = "10m")
    void fuzz(byte[] bytes) {
        check(bytes);
    }

    static void check(byte[] document) {
        Optional<JsonValue> expected = StrictJackson.read(document);
        Optional<JsonValue> value = read(document, Codecs.ANY::read);
        require(value.equals(expected), "Jackson reads " + expected + ", we read " + value);
        Optional<byte[]> raw = read(document, JsonReader::rawValue);
        require(value.isEmpty() || raw.isPresent(), "read, but not passed over");
        raw.ifPresent(text -> requireSame(text, value));
        value.ifPresent(JsonReaderFuzz::requireRoundTrip);
    }

    /** What is passed over has the same value without its white space; without one it holds a member twice. */
    private static void requireSame(byte[] raw, Optional<JsonValue> value) {
        require(read(raw, Codecs.ANY::read).equals(value), "passed over as " + text(raw));
        require(
                Arrays.equals(read(raw, JsonReader::rawValue).orElseThrow(), raw),
                "white space is left in " + text(raw));
    }

    private static void requireRoundTrip(JsonValue value) {
        JsonWriter out = new JsonWriter();
        Codecs.ANY.write(out, value);
        String text = text(out.toByteArray());
        require(text.equals(value.toString()), "written as " + text + ", printed as " + value);
        require(JsonValue.parse(text).equals(value), "written as " + text + ", which is another value");
    }

    private static <T> Optional<T> read(byte[] document, Function<JsonReader, T> read) {
        byte[] stretch = new byte[BEFORE.length + document.length + BEHIND.length];
        System.arraycopy(BEFORE, 0, stretch, 0, BEFORE.length);
        System.arraycopy(document, 0, stretch, BEFORE.length, document.length);
        System.arraycopy(BEHIND, 0, stretch, BEFORE.length + document.length, BEHIND.length);
        int start = BEFORE.length;
        JsonReader in = new JsonReader(stretch, start, start + document.length, JsonLimits.DEFAULT);
        try {
            T value = read.apply(in);
            in.end();
            return Optional.of(value);
        } catch (JsonException e) {
            require(!e.getMessage().isBlank(), "refused without a reason");
            return Optional.empty();
        }
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
