package io.rpcidl.json;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type that can be the key of a map: it has one text, which becomes a member's name.
 *
 * @param type the name in the contract, for messages
 * @param print returns the text of a key
 * @param parse returns the key of a text, or null if there is none
 * @param <K> the Java type
 */
public record MapKey<K>(String type, Function<K, String> print, Function<String, @Nullable K> parse) {

    /** {@code string}. */
    public static final MapKey<String> STRING = new MapKey<>("string", key -> key, text -> text);

    /** {@code bool}. */
    public static final MapKey<Boolean> BOOL = new MapKey<>("bool", Object::toString, MapKey::bool);

    /** {@code int32}. */
    public static final MapKey<Integer> INT32 = new MapKey<>("int32", Object::toString, MapKey::int32);

    /** {@code int64}. */
    public static final MapKey<Long> INT64 = new MapKey<>("int64", Object::toString, MapKey::int64);

    /** {@code bigint}. */
    public static final MapKey<BigInteger> BIGINT = new MapKey<>("bigint", NumberText::of, MapKey::bigint);

    /** {@code uuid}. */
    public static final MapKey<UUID> UUID = new MapKey<>("uuid", java.util.UUID::toString, TextCodec.UUID::parse);

    /** {@code date}. */
    public static final MapKey<LocalDate> DATE = new MapKey<>("date", TextCodec.DATE::print, TextCodec.DATE::parse);

    /** {@code timestamp}. */
    public static final MapKey<Instant> TIMESTAMP =
            new MapKey<>("timestamp", TextCodec.TIMESTAMP::print, TextCodec.TIMESTAMP::parse);

    /** Returns the key of a type that stands for this one: {@code wrap} may refuse it by its constraints. */
    public <N> MapKey<N> as(String newtype, Function<K, N> wrap, Function<N, K> unwrap) {
        return new MapKey<>(newtype, unwrap.andThen(print), text -> {
            K key = parse.apply(text);
            try {
                return key == null ? null : wrap.apply(key);
            } catch (ConstraintException e) {
                return null;
            }
        });
    }

    String toText(K key) {
        return print.apply(key);
    }

    @Nullable
    K fromText(String text) {
        return parse.apply(text);
    }

    private static @Nullable Boolean bool(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static @Nullable Integer int32(String text) {
        Long value = int64(text);
        return value == null || value.intValue() != value ? null : (Integer) value.intValue();
    }

    private static @Nullable Long int64(String text) {
        BigInteger value = bigint(text);
        return value == null || value.bitLength() > 63 ? null : (Long) value.longValue();
    }

    private static @Nullable BigInteger bigint(String text) {
        boolean fits = text.length() <= JsonLimits.MAX_NUMBER_LENGTH && NumberSyntax.isInteger(text);
        return fits ? new BigInteger(text) : null;
    }
}
