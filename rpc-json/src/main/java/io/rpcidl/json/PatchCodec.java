package io.rpcidl.json;

/** A field that is {@code null} or has a value: whether it is there at all is its object's to see. */
record PatchCodec<T>(Codec<T> codec) implements Codec<Patch<T>> {

    @Override
    public void write(JsonWriter out, Patch<T> patch) {
        T value = patch.orNull();
        if (value == null) {
            out.nullValue();
        } else {
            codec.write(out, value);
        }
    }

    @Override
    public Patch<T> read(JsonReader in) {
        return in.tryNull() ? Patch.ofNull() : Patch.of(codec.read(in));
    }
}
