package io.rpcidl.json;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Bytes as padded base64 (RFC 4648, section 4). Long ones go slice by slice: the JDK wants arrays of its own for what it works on. */
record Base64Codec() implements Codec<Bytes> {

    private static final int SLICE = 3 * 1024;
    private static final int TEXT_SLICE = SLICE / 3 * 4;

    @Override
    public void write(JsonWriter out, Bytes value) {
        byte[] content = value.content();
        long length = (content.length + 2L) / 3 * 4;
        if (length > out.limits.maxBytes()) {
            throw out.tooLong();
        }
        out.reserve((int) length + 2);
        out.put('"');
        if (content.length <= SLICE) {
            out.raw(Base64.getEncoder().encode(content), 0, (int) length);
        } else {
            writeSlices(out, content);
        }
        out.put('"');
    }

    private static void writeSlices(JsonWriter out, byte[] content) {
        byte[] whole = new byte[SLICE];
        byte[] text = new byte[TEXT_SLICE];
        for (int from = 0; content.length - from > 0; from += SLICE) {
            byte[] slice = slice(content, from, content.length, whole);
            out.raw(text, 0, Base64.getEncoder().encode(slice, text));
        }
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
            return to - from <= TEXT_SLICE
                    ? Bytes.wrap(Base64.getDecoder().decode(Arrays.copyOfRange(text, from, to)))
                    : parseSlices(text, from, to);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Bytes parseSlices(byte[] text, int from, int to) {
        int padding = text[to - 1] != '=' ? 0 : text[to - 2] != '=' ? 1 : 2;
        byte[] content = new byte[(to - from) / 4 * 3 - padding];
        byte[] whole = new byte[TEXT_SLICE];
        byte[] decoded = new byte[SLICE];
        int at = 0;
        for (int next = from; to - next > 0; next += TEXT_SLICE) {
            int count = Base64.getDecoder().decode(slice(text, next, to, whole), decoded);
            if (count != Math.min(SLICE, content.length - at)) {
                return null; // it ends with padding, and is not the last
            }
            System.arraycopy(decoded, 0, content, at, count);
            at += count;
        }
        return Bytes.wrap(content);
    }

    /** Copies the next slice: to the array for whole ones, or to a shorter one. */
    private static byte[] slice(byte[] all, int from, int to, byte[] whole) {
        byte[] slice = to - from < whole.length ? new byte[to - from] : whole;
        System.arraycopy(all, from, slice, 0, slice.length);
        return slice;
    }
}
