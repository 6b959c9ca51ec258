package io.rpcidl.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rpcidl.json.Codec;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonWriter;
import java.nio.charset.StandardCharsets;

/** Values as JSON text; single quotes stand for double ones. */
final class Json {

    private Json() {}

    static <T> String write(Codec<T> codec, T value) {
        return writeExactly(codec, value).replace('"', '\'');
    }

    /** Returns the text as it is. */
    static <T> String writeExactly(Codec<T> codec, T value) {
        JsonWriter out = new JsonWriter();
        codec.write(out, value);
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }

    static <T> T read(Codec<T> codec, String json) {
        return readExactly(codec, json.replace('\'', '"'));
    }

    /** Reads a text as it is: a single quote is one. */
    static <T> T readExactly(Codec<T> codec, String json) {
        JsonReader in = new JsonReader(json.getBytes(StandardCharsets.UTF_8));
        T value = codec.read(in);
        in.end();
        return value;
    }

    /** Checks that a value is written as that text, and read from it. */
    static <T> void same(Codec<T> codec, T value, String json) {
        assertEquals(json, write(codec, value));
        assertEquals(value, read(codec, json));
    }

    /** Checks that a text is refused with that message. */
    static void refused(Codec<?> codec, String json, String message) {
        JsonException refusal = assertThrows(JsonException.class, () -> read(codec, json), json);
        assertEquals(message, refusal.getMessage());
        assertEquals(JsonException.Kind.SHAPE, refusal.kind());
    }
}
