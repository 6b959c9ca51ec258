package io.rpcidl.json;

import java.util.function.BiConsumer;
import java.util.function.Function;

/** A type that writer and reader have a method for. A record, for the reason that {@link TextCodec} gives. */
record ScalarCodec<T>(BiConsumer<JsonWriter, T> writer, Function<JsonReader, T> reader) implements Codec<T> {

    @Override
    public void write(JsonWriter out, T value) {
        writer.accept(out, value);
    }

    @Override
    public T read(JsonReader in) {
        return reader.apply(in);
    }
}
