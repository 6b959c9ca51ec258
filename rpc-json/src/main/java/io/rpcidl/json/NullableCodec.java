package io.rpcidl.json;

import org.jspecify.annotations.Nullable;

/** A value or {@code null}. */
record NullableCodec<T>(Codec<T> codec) implements Codec<@Nullable T> {

    @Override
    public void write(JsonWriter out, @Nullable T value) {
        if (value == null) {
            out.nullValue();
        } else {
            codec.write(out, value);
        }
    }

    @Override
    public @Nullable T read(JsonReader in) {
        return in.tryNull() ? null : codec.read(in);
    }
}
