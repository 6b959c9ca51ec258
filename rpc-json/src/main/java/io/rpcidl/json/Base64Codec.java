package io.rpcidl.json;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Bytes as padded base64 (RFC 4648, section 4). */
record Base64Codec() implements Codec<Bytes> {

    @Override
    public void write(JsonWriter out, Bytes value) {
        out.quotedAscii(Base64.getEncoder().encodeToString(value.content()));
    }

    @Override
    public Bytes read(JsonReader in) {
        return StringText.read(in, "bytes", Base64Codec::parse);
    }

    private static @Nullable Bytes parse(byte[] text, int from, int to) {
        if ((to - from) % 4 != 0) {
            return null; // the JDK takes text without its padding
        }
        try {
            return Bytes.wrap(Base64.getDecoder().decode(Arrays.copyOfRange(text, from, to)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
