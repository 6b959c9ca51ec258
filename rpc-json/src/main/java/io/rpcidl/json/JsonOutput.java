package io.rpcidl.json;

import io.rpcidl.json.JsonException.Kind;
import java.util.Arrays;

/** The bytes behind a {@link JsonWriter}: an array that grows up to a limit. */
abstract class JsonOutput {

    /** What follows a large value, as a rule, at least: the ends of what it stands in. */
    private static final int SPARE = 64;

    final JsonLimits limits;
    byte[] buffer;
    int length;
    int depth;

    /** The length up to which there is room, and within the limit. */
    private int ceiling;

    JsonOutput(int capacity, JsonLimits limits) {
        this.buffer = new byte[Math.max(16, capacity)];
        this.limits = limits;
        this.ceiling = Math.min(buffer.length, limits.maxBytes());
    }

    /** Returns the array that holds the text; valid up to {@link #length()} and until the next write. */
    public final byte[] array() {
        return buffer;
    }

    /** Returns the number of bytes written. */
    public final int length() {
        return length;
    }

    /** Returns a copy of the text. */
    public final byte[] toByteArray() {
        return Arrays.copyOf(buffer, length);
    }

    /** Forgets all that was written behind an earlier {@link #length()}, outside of any object or array. */
    public final void truncate(int earlierLength) {
        length = earlierLength;
        depth = 0;
    }

    /** Copies a piece of JSON as it is; the caller vouches for it. */
    public final void raw(byte[] json, int from, int to) {
        reserve(to - from);
        System.arraycopy(json, from, buffer, length, to - from);
        length += to - from;
        reserve(0);
    }

    /** Makes an error of a limit that is not this writer's own. */
    public final JsonException limit(String message) {
        return new JsonException(Kind.LIMIT, message);
    }

    /** Ends a line: the one byte between two messages. */
    public final void newLine() {
        put('\n');
    }

    /** Appends one byte. */
    final void put(int b) {
        reserve(1);
        buffer[length++] = (byte) b;
    }

    /** Appends characters below 0x80 as they are. */
    final void ascii(String text) {
        reserve(text.length());
        StringBytes.copy(text, 0, text.length(), buffer, length);
        length += text.length();
    }

    /** Makes room; the limit is looked at whenever there is none, which is also where the limit is. */
    final void reserve(int more) {
        if (ceiling - length < more) {
            room(more);
        }
    }

    private void room(int more) {
        if (length > limits.maxBytes()) {
            throw tooLong();
        }
        if (buffer.length - length < more) {
            long wanted = Math.max((long) length + more + SPARE, buffer.length * 2L);
            if (wanted > Integer.MAX_VALUE - 8) {
                throw tooLong();
            }
            buffer = Arrays.copyOf(buffer, (int) wanted);
            ceiling = Math.min(buffer.length, limits.maxBytes());
        }
    }

    final JsonException tooLong() {
        return new JsonException(Kind.LIMIT, "message longer than " + limits.maxBytes() + " bytes");
    }
}
