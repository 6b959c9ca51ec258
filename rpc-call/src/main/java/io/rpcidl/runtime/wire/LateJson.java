package io.rpcidl.runtime.wire;

import io.rpcidl.json.Codec;
import io.rpcidl.json.JsonException;
import io.rpcidl.runtime.Payload;

/** A part of a message that is read when somebody asks for it, and may turn out to be no JSON then. */
abstract class LateJson implements Payload {

    private final Runnable onBroken;

    /** Makes one; {@code onBroken} is run, on the thread that reads it, if it turns out to be no JSON. */
    LateJson(Runnable onBroken) {
        this.onBroken = onBroken;
    }

    @Override
    public <T> T readWith(Codec<T> codec) {
        try {
            return read(codec);
        } catch (JsonException e) {
            if (e.kind() == JsonException.Kind.SYNTAX) {
                onBroken.run();
            }
            throw e;
        }
    }

    abstract <T> T read(Codec<T> codec);
}
