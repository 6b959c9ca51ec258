package io.rpcidl.json;

import io.rpcidl.json.JsonException.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Writes one compact JSON document into a byte array that grows. Not for several threads at once.
 *
 * <p>A comma is written by {@link #name} and {@link #element}, which look at the byte before: only behind {@code &#123;}
 * and {@code [} there is none. No state is kept for it, so a document may be put together of encoded pieces.
 */
public final class JsonWriter extends JsonOutput {

    /** So many integers of a list have room made for them at once. */
    private static final int RUN = 64;

    /** Bits of a string that were not looked at. */
    private static final int UNKNOWN = Integer.MAX_VALUE;

    private @Nullable TextRuns runs;

    /** Makes a writer with an initial capacity in bytes. */
    public JsonWriter(int capacity, JsonLimits limits) {
        super(capacity, limits);
    }

    /** Makes a writer with the default limits. */
    public JsonWriter() {
        this(512, JsonLimits.DEFAULT);
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
        length = member(names, index, 0);
        return this;
    }

    /** Writes a member's name with room for its value, and returns the position of the value. */
    private int member(FieldNames names, int index, int room) {
        FieldName name = names.encoded(index);
        reserve(name.room() + room);
        boolean first = length > 0 && buffer[length - 1] == '{';
        int at = first ? length - 1 : length;
        int behind = name.put(buffer, at);
        if (first) {
            buffer[at] = '{'; // where the name's comma is now
        } else if (at == 0) {
            System.arraycopy(buffer, 1, buffer, 0, --behind);
        }
        return behind;
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

    /** Writes a member with its name, or nothing if there is no value. */
    public void string(FieldNames names, int index, @Nullable String value) {
        if (value != null) {
            length = member(names, index, roomFor(value));
            length = string(value, length);
            reserve(0);
        }
    }

    /** Writes a member with its name, or nothing if there is no value. */
    public void bool(FieldNames names, int index, @Nullable Boolean value) {
        if (value != null) {
            name(names, index).bool(value);
        }
    }

    /** Writes a member with its name. */
    public void int32(FieldNames names, int index, int value) {
        int at = member(names, index, Digits.ROOM);
        length = Digits.write(buffer, at, value);
    }

    /** Writes a member with its name, or nothing if there is no value. */
    public void int32(FieldNames names, int index, @Nullable Integer value) {
        if (value != null) {
            int32(names, index, value.intValue());
        }
    }

    /** Writes a member with its name. */
    public void int64(FieldNames names, int index, long value) {
        int at = member(names, index, Digits.ROOM);
        length = Digits.write(buffer, at, value);
    }

    /** Writes a member with its name, or nothing if there is no value. */
    public void int64(FieldNames names, int index, @Nullable Long value) {
        if (value != null) {
            int64(names, index, value.longValue());
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
        reserve(Digits.ROOM);
        length = Digits.write(buffer, length, value);
    }

    /** Writes integers with the commas between them: lists of them are common, and long. */
    void int32s(Object[] values) {
        for (int from = 0; from < values.length; from += RUN) {
            int to = Math.min(values.length, from + RUN);
            reserve((to - from) * (Digits.ROOM + 1));
            byte[] target = buffer;
            int at = length;
            for (int i = from; i < to; i++) {
                at = Digits.write(target, at, (int) (Integer) values[i]);
                target[at++] = ',';
            }
            length = at;
        }
        if (values.length > 0) {
            length--;
        }
    }

    /** Writes an integer. */
    public void int64(long value) {
        reserve(Digits.ROOM);
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
            ascii(ShortestDecimal.of(value));
        } else {
            quotedAscii(Float.toString(value));
        }
    }

    /** Writes the shortest number that reads back as the same value, or one of the three special strings. */
    public void float64(double value) {
        if (Double.isFinite(value)) {
            ascii(ShortestDecimal.of(value));
        } else {
            quotedAscii(Double.toString(value));
        }
    }

    /** Writes a string; one with a lone surrogate is refused, for it has no UTF-8. */
    public void string(String value) {
        reserve(roomFor(value));
        length = string(value, length);
        reserve(0);
    }

    /** Returns the bytes that a string takes which needs no escapes, with its quotes; a long one has some of them, as a rule. */
    private int roomFor(String value) {
        int count = value.length();
        if (count > limits.maxBytes()) {
            throw tooLong();
        }
        boolean isLong = count >= TextRuns.LONG && count <= Integer.MAX_VALUE / 2;
        return isLong ? count + count / 16 + 2 : count + 2;
    }

    /** Writes a string at a position with that room, and returns the position behind it. */
    private int string(String value, int position) {
        int to = position + 1 + value.length();
        boolean isLong = value.length() >= TextRuns.LONG;
        int bits = isLong ? UNKNOWN : StringBytes.copyPlain(value, buffer, position + 1);
        if (!StringBytes.isPlain(bits)) {
            to = encode(value, position + 1, bits);
        }
        buffer[position] = '"';
        buffer[to] = '"';
        return to + 1;
    }

    /** Writes characters of any kind at a position, with room for a quote behind, and returns the position behind them. */
    private int encode(String value, int position, int wholeBits) {
        int at = position;
        for (int from = 0; from < value.length(); ) {
            int to = TextRuns.end(value, from);
            length = at;
            reserve(to - from + 1);
            int bits = wholeBits == UNKNOWN ? runs().copyPlain(value, from, to, buffer, at) : wholeBits;
            if (StringBytes.isPlain(bits)) {
                at += to - from;
            } else {
                reserve(TextRuns.room(to - from) + 1);
                at = StringBytes.isAscii(bits)
                        ? AsciiBytes.write(buffer, at, value, from, to)
                        : runs().write(value, from, to, buffer, at);
            }
            from = to;
        }
        return at;
    }

    private TextRuns runs() {
        TextRuns made = runs == null ? new TextRuns() : runs;
        runs = made;
        return made;
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
}
