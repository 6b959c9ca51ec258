package io.rpcidl.json;

import org.jspecify.annotations.Nullable;

/**
 * Writes and reads one type. Codecs have no state and may be used by any number of threads.
 *
 * @param <T> the Java type
 */
public interface Codec<T extends @Nullable Object> {

    /** Writes one value. Fails with {@link JsonException} if the value has no JSON, such as a lone surrogate. */
    void write(JsonWriter out, T value);

    /** Reads one value. Fails with {@link JsonException} if the text holds something else. */
    T read(JsonReader in);
}
