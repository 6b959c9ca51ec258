package io.rpcidl.json;

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
import org.jspecify.annotations.Nullable;

/** The codecs of the built-in types and of containers. All refuse what {@code docs/wire.md} does not list as read. */
public final class Codecs {

    /** {@code bool}. */
    public static final Codec<Boolean> BOOL = new ScalarCodec<>(JsonWriter::bool, JsonReader::bool);

    /** {@code int32}. */
    public static final Codec<Integer> INT32 = new ScalarCodec<>(JsonWriter::int32, JsonReader::int32);

    /** {@code int64}. */
    public static final Codec<Long> INT64 = new ScalarCodec<>(JsonWriter::int64, JsonReader::int64);

    /** {@code int64} as a string, as {@code @encode} says; a number is read too. */
    public static final Codec<Long> INT64_TEXT = new ScalarCodec<>(JsonWriter::int64Text, JsonReader::int64);

    /** {@code bigint}. */
    public static final Codec<BigInteger> BIGINT = new ScalarCodec<>(JsonWriter::bigint, JsonReader::bigint);

    /** {@code float32}. */
    public static final Codec<Float> FLOAT32 = new ScalarCodec<>(JsonWriter::float32, JsonReader::float32);

    /** {@code float64}. */
    public static final Codec<Double> FLOAT64 = new ScalarCodec<>(JsonWriter::float64, JsonReader::float64);

    /** {@code decimal}. */
    public static final Codec<BigDecimal> DECIMAL = new ScalarCodec<>(JsonWriter::decimal, JsonReader::decimal);

    /** {@code string}. */
    public static final Codec<String> STRING = new ScalarCodec<>(JsonWriter::string, JsonReader::string);

    /** {@code bytes}: padded base64 (RFC 4648, section 4). */
    public static final Codec<Bytes> BYTES = new Base64Codec();

    /** {@code timestamp}: an instant (RFC 3339), written in UTC, read with any offset. */
    public static final Codec<Instant> TIMESTAMP = TextCodec.TIMESTAMP;

    /** {@code date}. */
    public static final Codec<LocalDate> DATE = TextCodec.DATE;

    /** {@code time}. */
    public static final Codec<LocalTime> TIME = TextCodec.TIME;

    /** {@code datetime}: local, without a zone. */
    public static final Codec<LocalDateTime> DATETIME = TextCodec.DATETIME;

    /** {@code duration}: ISO-8601 without months and years. */
    public static final Codec<Duration> DURATION = TextCodec.DURATION;

    /** {@code uuid}: 36 characters, lower case; upper case is read too. */
    public static final Codec<UUID> UUID = TextCodec.UUID;

    /** {@code any}. */
    public static final Codec<JsonValue> ANY = JsonValues.INSTANCE;

    /** Any JSON value as its text, checked and without the white space between its parts: no tree, so every digit stays. */
    public static final Codec<byte[]> RAW = RawCodec.INSTANCE;

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

    /** Returns a codec of what must not be printed: its errors show nothing of the value. */
    public static <T> Codec<T> sensitive(Codec<T> codec) {
        return new SensitiveCodec<>(codec);
    }

    /** Returns a codec that refuses values that violate a constraint, both ways. */
    public static <T> Codec<T> checked(Codec<T> codec, Check<? super T> check) {
        return new CheckedCodec<>(codec, check);
    }
}
