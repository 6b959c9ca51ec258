package io.rpcidl.json;

/** The arrays below {@link JsonScanner} in which strings with escapes are put together: kept, for the next one needs them, too. */
abstract sealed class JsonScratch permits JsonScanner {

    private static final char[] NO_CHARS = {};
    private static final byte[] NO_BYTES = {};
    private static final int MIN_KEPT = 32;
    private static final int MAX_KEPT = 4_096;

    private char[] chars = NO_CHARS;
    private byte[] bytes = NO_BYTES;

    /** Returns room for so many characters: the JDK's own decoder makes arrays for each string. */
    final char[] chars(int count) {
        if (count > MAX_KEPT) {
            return new char[count];
        }
        if (chars.length < count) {
            chars = new char[Math.max(MIN_KEPT, count)];
        }
        return chars;
    }

    /** Returns room for so many bytes. */
    final byte[] bytes(int count) {
        if (count > MAX_KEPT) {
            return new byte[count];
        }
        if (bytes.length < count) {
            bytes = new byte[Math.max(MIN_KEPT, count)];
        }
        return bytes;
    }
}
