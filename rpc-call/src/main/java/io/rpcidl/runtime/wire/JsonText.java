package io.rpcidl.runtime.wire;

import io.rpcidl.json.Codec;
import io.rpcidl.json.JsonLimits;
import io.rpcidl.json.JsonReader;
import io.rpcidl.runtime.Payload;

/**
 * A payload that came by itself, not within a message.
 *
 * @param json one JSON document
 * @param limits of reading it
 */
public record JsonText(byte[] json, JsonLimits limits) implements Payload {

    @Override
    public <T> T readWith(Codec<T> codec) {
        JsonReader in = new JsonReader(json, 0, json.length, limits);
        T value = codec.read(in);
        in.end();
        return value;
    }
}
