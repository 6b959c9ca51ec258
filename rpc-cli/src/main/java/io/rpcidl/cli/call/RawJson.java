package io.rpcidl.cli.call;

import io.rpcidl.json.JsonLimits;
import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonWriter;
import java.nio.charset.StandardCharsets;

/** JSON as it was written, checked and without the white space between its parts: no tree, so every digit stays. */
final class RawJson {

    /** More than servers take by default: it is for them to refuse. */
    static final JsonLimits LIMITS = new JsonLimits(64 * 1024 * 1024, 200);

    private RawJson() {}

    /** Returns a whole text. Fails with {@link io.rpcidl.json.JsonException} if it is not one JSON value. */
    static byte[] parse(byte[] text) {
        JsonReader in = new JsonReader(text, 0, text.length, LIMITS);
        byte[] value = in.rawValue();
        in.end();
        return value;
    }

    /** Returns a string as JSON. */
    static byte[] string(String text) {
        JsonWriter out = new JsonWriter(64, LIMITS);
        out.string(text);
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
