package io.rpcidl.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Strings as JSON bytes, some hundred characters at a time, so that long ones stay in the cache while they are looked at. Made
 * by a writer for its first string that needs one. Not for several threads at once.
 */
final class TextRuns {

    /** From so many characters on a string is better looked at run by run than as a whole. */
    static final int LONG = 512;

    private static final int MOST = 256;

    private final char[] run = new char[MOST + 1];
    private @Nullable CharsetEncoder latin; // HotSpot has vector instructions for it
    private final CharBuffer chars = CharBuffer.wrap(run);

    /** Returns where a run of characters ends for which room can be made at once: never between two surrogates. */
    static int end(String value, int from) {
        int end = Math.min(value.length(), from + MOST);
        return end < value.length() && Character.isHighSurrogate(value.charAt(end - 1)) ? end + 1 : end;
    }

    /** Returns the room that a run takes, whatever it is made of. */
    static int room(int count) {
        return count * StringBytes.MAX_BYTES;
    }

    /** Does with a run what {@link StringBytes#copyPlain} does with a short string, faster and a little slower to begin. */
    int copyPlain(String value, int from, int to, byte[] target, int position) {
        int count = to - from;
        value.getChars(from, to, run, 0);
        CharsetEncoder encoder = latin == null ? StandardCharsets.ISO_8859_1.newEncoder() : latin.reset();
        latin = encoder;
        chars.limit(count).position(0);
        boolean isLatin = encoder.encode(chars, ByteBuffer.wrap(target, position, count), true)
                .isUnderflow();
        return isLatin ? Words.bits(target, position, position + count) : Character.MAX_VALUE;
    }

    /** Writes a run of any kind at a position with {@link #room} for it, and returns the position behind it. */
    int write(String value, int from, int to, byte[] target, int position) {
        value.getChars(from, to, run, 0);
        return StringBytes.write(target, position, run, to - from);
    }
}
