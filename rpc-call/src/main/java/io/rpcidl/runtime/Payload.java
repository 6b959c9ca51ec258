package io.rpcidl.runtime;

import io.rpcidl.json.Codec;
import io.rpcidl.json.Codecs;
import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonWriter;

/**
 * The parameters or the result of a call: a value on its way out, or a text on its way in.
 *
 * <pre>{@code
 * JsonWriter out = new JsonWriter();
 * call.params().writeTo(out); // what a caller sends, as JSON; on a server it can be read once
 * }</pre>
 */
public interface Payload {

    /** Writes it as one JSON value; what came is read for that, as it stands. */
    default void writeTo(JsonWriter out) {
        Codecs.RAW.write(out, readWith(Codecs.RAW));
    }

    /** Reads it as a value. Fails with {@link io.rpcidl.json.JsonException}. May be called once. */
    <T> T readWith(Codec<T> codec);

    /** Makes a payload of a value. */
    static <V> Payload of(Codec<V> codec, V value) {
        return new Payload() {
            @Override
            public void writeTo(JsonWriter out) {
                codec.write(out, value);
            }

            @Override
            public <T> T readWith(Codec<T> other) {
                JsonWriter out = new JsonWriter();
                codec.write(out, value);
                return other.read(new JsonReader(out.toByteArray()));
            }
        };
    }
}
