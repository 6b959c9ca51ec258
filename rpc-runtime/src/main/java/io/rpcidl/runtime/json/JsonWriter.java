package io.rpcidl.runtime.json;

import io.rpcidl.runtime.json.JsonException.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes one compact JSON document into a byte array that grows. Not for several threads at once.
 *
 * <p>A comma is written by {@link #name} and {@link #element}, which look at the byte before: only behind {@code &#123;}
 * and {@code [} there is none. No state is kept for it, so a document may be put together of encoded pieces.
 */
public final class JsonWriter {

    private final JsonLimits limits;
    private byte[] buffer;
    private int length;
    private int depth;

    /** The length up to which there is room, and within the limit. */
    private int ceiling;

    /** Makes a writer with an initial capacity in bytes. */
    public JsonWriter(int capacity, JsonLimits limits) {
        this.buffer = new byte[Math.max(16, capacity)];
        this.limits = limits;
        this.ceiling = Math.min(buffer.length, limits.maxBytes());
    }

    /** Makes a writer with the default limits. */
    public JsonWriter() {
        this(512, JsonLimits.DEFAULT);
    }

    /** Returns the array that holds the text; valid up to {@link #length()} and until the next write. */
    public byte[] array() {
        return buffer;
    }

    /** Returns the number of bytes written. */
    public int length() {
        return length;
    }

    /** Returns a copy of the text. */
    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, length);
    }

    /** Forgets all that was written behind an earlier {@link #length()}, outside of any object or array. */
    public void truncate(int earlierLength) {
        length = earlierLength;
        depth = 0;
    }

    /** Opens an object. */
    public void beginObject() {
        open('{');
    }

    /** Closes an object. */
    public void endObject() {
        close('}');
    }

    /** Opens an array. */
    public void beginArray() {
        open('[');
    }

    /** Closes an array. */
    public void endArray() {
        close(']');
    }

    /** Writes a member's name, and the comma before it where one is needed. */
    public JsonWriter name(FieldNames names, int index) {
        FieldName name = names.encoded(index);
        reserve(name.room());
        boolean first = length > 0 && buffer[length - 1] == '{';
        int at = first ? length - 1 : length;
        length = name.put(buffer, at);
        if (first) {
            buffer[at] = '{'; // where the name's comma is now
        } else if (at == 0) {
            System.arraycopy(buffer, 1, buffer, 0, --length);
        }
        return this;
    }

    /** Writes a member's name that is known only now. */
    public JsonWriter name(String name) {
        reserve(1);
        comma('{');
        string(name);
        put(':');
        return this;
    }

    /** Writes a member with its name, or nothing if there is no value: an absent member is left out. */
    public <T> void optional(FieldNames names, int index, Codec<T> codec, @Nullable T value) {
        if (value != null) {
            codec.write(name(names, index), value);
        }
    }

    /** Writes the comma before an array's next element where one is needed. */
    public JsonWriter element() {
        reserve(1);
        comma('[');
        return this;
    }

    /** Writes {@code true} or {@code false}. */
    public void bool(boolean value) {
        ascii(value ? "true" : "false");
    }

    /** Writes {@code null}. */
    public void nullValue() {
        ascii("null");
    }

    /** Writes an integer. */
    public void int32(int value) {
        reserve(11);
        length = Digits.write(buffer, length, value);
    }

    /** Writes integers with the commas between them: lists of them are common, and long. */
    void int32s(Object[] values) {
        for (Object value : values) {
            reserve(12);
            int at = Digits.write(buffer, length, (int) (Integer) value);
            buffer[at] = ',';
            length = at + 1;
        }
        if (values.length > 0) {
            length--;
        }
    }

    /** Writes an integer. */
    public void int64(long value) {
        reserve(20);
        length = Digits.write(buffer, length, value);
    }

    /** Writes an integer as a string: a browser's numbers have fewer digits. */
    public void int64Text(long value) {
        put('"');
        int64(value);
        put('"');
    }

    /** Writes an object without members. */
    public void emptyObject() {
        put('{');
        put('}');
    }

    /** Writes an integer as a string of at most 1,000 characters. */
    public void bigint(BigInteger value) {
        quotedAscii(NumberText.of(value));
    }

    /** Writes a decimal as a string that keeps its scale. */
    public void decimal(BigDecimal value) {
        quotedAscii(NumberText.of(value));
    }

    /** Writes the shortest number that reads back as the same value, or one of the three special strings. */
    public void float32(float value) {
        if (Float.isFinite(value)) {
            ascii(NumberText.of(value));
        } else {
            quotedAscii(Float.toString(value));
        }
    }

    /** Writes the shortest number that reads back as the same value, or one of the three special strings. */
    public void float64(double value) {
        if (Double.isFinite(value)) {
            ascii(NumberText.of(value));
        } else {
            quotedAscii(Double.toString(value));
        }
    }

    /** Writes a string; one with a lone surrogate is refused, for it has no UTF-8. */
    public void string(String value) {
        int count = value.length();
        if (count > limits.maxBytes()) {
            throw tooLong();
        }
        reserve(count + 2);
        int to = length + 1 + count;
        if (!StringBytes.copyPlain(value, buffer, length + 1)) {
            to = encode(value);
        }
        buffer[length] = '"';
        buffer[to] = '"';
        length = to + 1;
        reserve(0);
    }

    /** Writes characters of any kind behind the room for a quote, and returns the position behind them. */
    private int encode(String value) {
        int start = length;
        int at = start + 1;
        for (int from = 0; from < value.length(); ) {
            int to = StringBytes.runEnd(value, from);
            length = at;
            reserve((to - from) * StringBytes.MAX_BYTES + 1);
            at = StringBytes.write(buffer, at, value, from, to);
            from = to;
        }
        length = start;
        return at;
    }

    /** Writes text that is known to need neither escapes nor more than one byte a character. */
    void quotedAscii(String text) {
        put('"');
        ascii(text);
        put('"');
    }

    /** Writes a string of a type that has its own way to print. */
    <T> void text(TextCodec.Printer<T> printer, T value) {
        reserve(TextCodec.MAX_LENGTH + 2);
        int to = printer.print(buffer, length + 1, value);
        buffer[length] = '"';
        buffer[to] = '"';
        length = to + 1;
    }

    /** Copies a piece of JSON as it is; the caller vouches for it. */
    public void raw(byte[] json, int from, int to) {
        reserve(to - from);
        System.arraycopy(json, from, buffer, length, to - from);
        length += to - from;
        reserve(0);
    }

    /** Appends one byte. */
    void put(int b) {
        reserve(1);
        buffer[length++] = (byte) b;
    }

    /** Ends a line: the one byte between two messages. */
    public void newLine() {
        put('\n');
    }

    private void ascii(String text) {
        reserve(text.length());
        StringBytes.copy(text, buffer, length);
        length += text.length();
    }

    private void open(char bracket) {
        if (++depth > limits.maxDepth()) {
            throw new JsonException(Kind.LIMIT, "nested deeper than " + limits.maxDepth() + " levels");
        }
        put(bracket);
    }

    private void close(char bracket) {
        depth--;
        put(bracket);
    }

    private void comma(char opening) {
        if (length > 0 && buffer[length - 1] != opening) {
            buffer[length++] = ',';
        }
    }

    /** Makes room; the limit is looked at whenever there is none, which is also where the limit is. */
    private void reserve(int more) {
        if (ceiling - length < more) {
            room(more);
        }
    }

    private void room(int more) {
        if (length > limits.maxBytes()) {
            throw tooLong();
        }
        if (buffer.length - length < more) {
            long wanted = Math.max((long) length + more, buffer.length * 2L);
            if (wanted > Integer.MAX_VALUE - 8) {
                throw tooLong();
            }
            buffer = Arrays.copyOf(buffer, (int) wanted);
            ceiling = Math.min(buffer.length, limits.maxBytes());
        }
    }

    private JsonException tooLong() {
        return new JsonException(Kind.LIMIT, "message longer than " + limits.maxBytes() + " bytes");
    }
}
