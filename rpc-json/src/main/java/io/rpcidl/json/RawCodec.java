package io.rpcidl.json;

/** JSON as it stands, checked but not decoded. */
final class RawCodec implements Codec<byte[]> {

    static final RawCodec INSTANCE = new RawCodec();

    private RawCodec() {}

    @Override
    public void write(JsonWriter out, byte[] value) {
        out.raw(value, 0, value.length);
    }

    @Override
    public byte[] read(JsonReader in) {
        return in.rawValue();
    }
}
