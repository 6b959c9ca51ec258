package io.rpcidl.json;

import java.util.Arrays;

/**
 * One member's name, encoded once. It is written and compared eight bytes at a time: nearly all names are two words at
 * most, together with the comma before and the colon behind.
 */
final class FieldName {

    /** All bits but those of the first byte: a comma, or the bracket before an object's first name. */
    private static final long BEHIND_FIRST = ~0xffL;

    private static final int TWO_WORDS = 2 * Words.SIZE;

    /** {@code ,"name":}. */
    private final byte[] encoded;

    private final int length;
    private final long head;
    private final long headMask;

    /** The last eight bytes, which may overlap with the first. */
    private final long tail;

    FieldName(String name) {
        JsonWriter out = new JsonWriter(name.length() + Words.SIZE, JsonLimits.DEFAULT);
        out.put(',');
        out.string(name);
        out.put(':');
        this.encoded = out.toByteArray();
        this.length = encoded.length;
        this.head = Words.get(Arrays.copyOf(encoded, Math.max(length, Words.SIZE)), 0);
        this.headMask = length < Words.SIZE ? BEHIND_FIRST & (1L << length * Byte.SIZE) - 1 : BEHIND_FIRST;
        this.tail = length < Words.SIZE ? 0 : Words.get(encoded, length - Words.SIZE);
    }

    /** Returns the room that {@link #put} needs. */
    int room() {
        return length + Words.SIZE;
    }

    /** Writes a comma, the quoted name and a colon, and returns the position behind. */
    int put(byte[] target, int position) {
        int behind = position + length;
        if (length > TWO_WORDS) {
            System.arraycopy(encoded, 0, target, position, length);
            return behind;
        }
        Words.put(target, position, head);
        if (length > Words.SIZE) {
            Words.put(target, behind - Words.SIZE, tail);
        }
        return behind;
    }

    /**
     * Returns the offset behind the quoted name and its colon, if they stand behind the byte at an offset without white
     * space, or -1. It also returns -1 very near to the end of the text, where there is no whole word.
     */
    int behind(byte[] text, int offset, int end) {
        int behind = offset + length;
        if (behind > end || end - offset < Words.SIZE || ((Words.get(text, offset) ^ head) & headMask) != 0) {
            return -1;
        }
        if (length <= Words.SIZE) {
            return behind;
        }
        boolean same = length <= TWO_WORDS
                ? Words.get(text, behind - Words.SIZE) == tail
                : Arrays.equals(text, offset + Words.SIZE, behind, encoded, Words.SIZE, length);
        return same ? behind : -1;
    }

    /** Returns the offset behind the quoted name, if it stands at an offset, or -1. */
    int quotedBehind(byte[] text, int offset, int end) {
        int behind = offset + length - 2;
        return behind <= end && Arrays.equals(text, offset, behind, encoded, 1, length - 1) ? behind : -1;
    }
}
