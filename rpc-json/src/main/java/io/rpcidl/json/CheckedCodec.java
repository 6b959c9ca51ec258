package io.rpcidl.json;

/** A value with a constraint, where no generated class holds it: the result of a method. */
record CheckedCodec<T>(Codec<T> codec, Check<? super T> check) implements Codec<T> {

    @Override
    public void write(JsonWriter out, T value) {
        try {
            check.check(value);
        } catch (ConstraintException e) {
            throw new JsonException(JsonException.Kind.SHAPE, e.getMessage());
        }
        codec.write(out, value);
    }

    @Override
    public T read(JsonReader in) {
        T value = codec.read(in);
        try {
            check.check(value);
        } catch (ConstraintException e) {
            throw in.violated(e);
        }
        return value;
    }
}
