package io.rpcidl.json;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A type whose JSON is a short string of ASCII, written and read without a Java string between. A record, for the JVM
 * takes a record's components for constants where the record is one: then nothing is called but what prints and parses.
 */
record TextCodec<T>(String type, Printer<T> printer, Parser<T> parser) implements Codec<T> {

    static final TextCodec<Instant> TIMESTAMP = new TextCodec<>("timestamp", TimeWriter::write, TimeText::timestamp);
    static final TextCodec<LocalDate> DATE = new TextCodec<>("date", TimeWriter::write, TimeText::date);
    static final TextCodec<LocalTime> TIME = new TextCodec<>("time", TimeWriter::write, TimeText::time);
    static final TextCodec<LocalDateTime> DATETIME = new TextCodec<>("datetime", TimeWriter::write, TimeText::datetime);
    static final TextCodec<Duration> DURATION = new TextCodec<>("duration", TimeWriter::write, TimeText::duration);
    static final TextCodec<UUID> UUID = new TextCodec<>("uuid", UuidText::write, UuidText::read);

    /** The room that a printer has. */
    static final int MAX_LENGTH = 48;

    /** Writes a value at a position with room for {@link #MAX_LENGTH} bytes, and returns the position behind it. */
    @FunctionalInterface
    interface Printer<T> {
        int print(byte[] target, int position, T value);
    }

    /** Returns the value of a text, given as UTF-8, or null if there is none. */
    @FunctionalInterface
    interface Parser<T> {
        @Nullable
        T parse(byte[] text, int from, int to);
    }

    @Override
    public void write(JsonWriter out, T value) {
        out.text(printer, value);
    }

    @Override
    public T read(JsonReader in) {
        return StringText.read(in, type, parser);
    }

    /** Returns a value's text. */
    String print(T value) {
        byte[] text = new byte[MAX_LENGTH];
        return StringText.ascii(text, 0, printer.print(text, 0, value));
    }

    /** Returns a text's value, or null if there is none. */
    @Nullable
    T parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parser.parse(bytes, 0, bytes.length);
    }
}
