package io.rpcidl.json;

/** ASCII as JSON: what is plain is copied eight bytes at a time, up to an escape. */
final class AsciiBytes {

    private AsciiBytes() {}

    /**
     * Writes characters at a position with room for {@link StringBytes#MAX_BYTES} each, and returns the position behind
     * them. They stand at the end of that room first: what is written never gets ahead of what is still to be read.
     */
    static int write(byte[] target, int position, String ascii, int from, int to) {
        int count = to - from;
        int end = position + count * StringBytes.MAX_BYTES;
        StringBytes.copy(ascii, from, to, target, end - count);
        int at = position;
        for (int next = end - count; next < end; ) {
            int plain = Words.copyPlain(target, next, end, target, at);
            at += plain;
            next += plain;
            if (next < end) {
                at = StringBytes.ascii(target, at, (char) target[next++]);
            }
        }
        return at;
    }
}
