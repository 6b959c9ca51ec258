package io.rpcidl.runtime.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The codecs of the built-in types and of containers. All refuse what {@code docs/wire.md} does not list as read. */
public final class Codecs {

    /** {@code bool}. */
    public static final Codec<Boolean> BOOL = codec(JsonWriter::bool, JsonReader::bool);

    /** {@code int32}. */
    public static final Codec<Integer> INT32 = codec(JsonWriter::int32, JsonReader::int32);

    /** {@code int64}. */
    public static final Codec<Long> INT64 = codec(JsonWriter::int64, JsonReader::int64);

    /** {@code int64} as a string, as {@code @encode} says; a number is read too. */
    public static final Codec<Long> INT64_TEXT = codec(JsonWriter::int64Text, JsonReader::int64);

    /** {@code bigint}. */
    public static final Codec<BigInteger> BIGINT = codec(JsonWriter::bigint, JsonReader::bigint);

    /** {@code float32}. */
    public static final Codec<Float> FLOAT32 = codec(JsonWriter::float32, JsonReader::float32);

    /** {@code float64}. */
    public static final Codec<Double> FLOAT64 = codec(JsonWriter::float64, JsonReader::float64);

    /** {@code decimal}. */
    public static final Codec<BigDecimal> DECIMAL = codec(JsonWriter::decimal, JsonReader::decimal);

    /** {@code string}. */
    public static final Codec<String> STRING = codec(JsonWriter::string, JsonReader::string);

    /** {@code bytes}: padded base64 (RFC 4648, section 4). */
    public static final Codec<Bytes> BYTES = text("bytes", Base64Text::write, Base64Text::read);

    /** {@code timestamp}: an instant (RFC 3339), written in UTC, read with any offset. */
    public static final Codec<Instant> TIMESTAMP = text("timestamp", TimeText::write, TimeText::timestamp);

    /** {@code date}. */
    public static final Codec<LocalDate> DATE = text("date", TimeText::write, TimeText::date);

    /** {@code time}. */
    public static final Codec<LocalTime> TIME = text("time", TimeText::write, TimeText::time);

    /** {@code datetime}: local, without a zone. */
    public static final Codec<LocalDateTime> DATETIME = text("datetime", TimeText::write, TimeText::datetime);

    /** {@code duration}: ISO-8601 without months and years. */
    public static final Codec<Duration> DURATION = text("duration", TimeText::write, TimeText::duration);

    /** {@code uuid}: 36 characters, lower case; upper case is read too. */
    public static final Codec<UUID> UUID = text("uuid", java.util.UUID::toString, UuidText::read);

    /** {@code any}. */
    public static final Codec<JsonValue> ANY = JsonValues.INSTANCE;

    /** No value: writes {@code null} and passes whatever is there. */
    public static final Codec<@Nullable Void> NOTHING = new Codec<>() {
        @Override
        public void write(JsonWriter out, @Nullable Void value) {
            out.nullValue();
        }

        @Override
        public @Nullable Void read(JsonReader in) {
            in.skipValue();
            return null;
        }
    };

    private Codecs() {}

    /** Returns a codec that takes {@code null} for an absent value. */
    public static <T> Codec<@Nullable T> nullable(Codec<T> codec) {
        return new NullableCodec<>(codec);
    }

    /** {@code list<T>}: an array. Reads unmodifiable lists. */
    public static <T> Codec<List<T>> list(Codec<T> element) {
        return new ListCodec<>(element);
    }

    /** {@code set<T>}: an array without duplicates. Reads unmodifiable sets that keep their order. */
    public static <T> Codec<Set<T>> set(Codec<T> element) {
        return new SetCodec<>(element);
    }

    /** {@code map<K, V>}: an object without duplicate keys. Reads unmodifiable maps that keep their order. */
    public static <K, V> Codec<Map<K, V>> map(MapKey<K> key, Codec<V> value) {
        return new MapCodec<>(key, value);
    }

    /** {@code map<K, V> @entries}: an array of entries, whose keys may be of any type. */
    public static <K, V> Codec<Map<K, V>> entries(Codec<K> key, Codec<V> value) {
        return new EntriesCodec<>(key, value);
    }

    /** A field whose absence and {@code null} differ; of an absent one nothing may be written, nor its name. */
    public static <T> Codec<Patch<T>> patch(Codec<T> codec) {
        return new PatchCodec<>(codec);
    }

    /** Returns a codec that refuses values that violate a constraint, both ways. */
    public static <T> Codec<T> checked(Codec<T> codec, Check<? super T> check) {
        return new CheckedCodec<>(codec, check);
    }

    private static <T> Codec<T> codec(BiConsumer<JsonWriter, T> write, Function<JsonReader, T> read) {
        return new Codec<>() {
            @Override
            public void write(JsonWriter out, T value) {
                write.accept(out, value);
            }

            @Override
            public T read(JsonReader in) {
                return read.apply(in);
            }
        };
    }

    /** A type whose JSON is a string; {@code parse} returns null for a text that is none of its values. */
    private static <T> Codec<T> text(String type, Function<T, String> print, Function<String, @Nullable T> parse) {
        return new Codec<>() {
            @Override
            public void write(JsonWriter out, T value) {
                out.quotedAscii(print.apply(value));
            }

            @Override
            public T read(JsonReader in) {
                if (!in.nextIsString()) {
                    throw in.expected(type);
                }
                int at = in.position();
                T value = parse.apply(in.string());
                if (value == null) {
                    in.position(at);
                    throw in.shape("expected " + type + ", got another string");
                }
                return value;
            }
        };
    }
}
