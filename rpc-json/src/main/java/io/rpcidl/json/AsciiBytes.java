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
            int run = run(target, next, end, at);
            at += run;
            next += run;
            if (run < Words.SIZE) {
                at = StringBytes.ascii(target, at, (char) target[next++]);
            }
        }
        return at;
    }

    /** Copies eight bytes, and returns how many of them are plain; none where fewer are left. */
    private static int run(byte[] target, int from, int end, int at) {
        if (end - from < Words.SIZE) {
            return 0;
        }
        long word = Words.get(target, from);
        Words.put(target, at, word);
        return Words.plain(word);
    }
}
