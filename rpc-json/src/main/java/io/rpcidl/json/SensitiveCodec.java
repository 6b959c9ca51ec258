package io.rpcidl.json;

/** A value of which no error and no log shows a part: neither what is wrong in it nor where, for the keys of a map are part of it. */
record SensitiveCodec<T>(Codec<T> codec) implements Codec<T> {

    @Override
    public void write(JsonWriter out, T value) {
        codec.write(out, value);
    }

    @Override
    public T read(JsonReader in) {
        in.peek();
        int start = in.position();
        try {
            T value = codec.read(in);
            in.hideFrom(start);
            return value;
        } catch (JsonException e) {
            throw e.kind() == JsonException.Kind.SYNTAX
                    ? e // it names an offset
                    : in.errorAt(start, e.kind(), "not a value of its type (it is sensitive: nothing of it is shown)");
        }
    }
}
