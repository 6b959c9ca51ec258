package io.rpcidl.runtime.wire;

import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What ties an answer to its request: an integer between 0 and 2^53 - 1, or a string of at most 64 bytes, given back
 * as it was.
 */
public sealed interface RequestId {

    /** The largest number: what every JSON library holds exactly. */
    long MAX_NUMBER = (1L << 53) - 1;

    /** A number. */
    record Numeric(long value) implements RequestId {
        @Override
        public void write(JsonWriter out) {
            out.int64(value);
        }

        // by hand: what a record has is linked when it is first used, and each program uses this before its first
        // answer

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Numeric that && value == that.value;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(value);
        }
    }

    /** A string. */
    record Text(String value) implements RequestId {
        @Override
        public void write(JsonWriter out) {
            out.string(value);
        }
    }

    /** Writes the id as it came. */
    void write(JsonWriter out);

    /** Reads an id, or null for {@code null}. */
    static @Nullable RequestId read(JsonReader in) {
        if (in.tryNull()) {
            return null;
        }
        if (in.nextIsString()) {
            String value = in.string();
            if (value.getBytes(StandardCharsets.UTF_8).length > 64) {
                throw in.shape("request_id longer than 64 bytes");
            }
            return new Text(value);
        }
        long value = in.int64();
        if (value < 0 || value > MAX_NUMBER) {
            throw in.shape("request_id not in 0 to 2^53 - 1");
        }
        return new Numeric(value);
    }
}
