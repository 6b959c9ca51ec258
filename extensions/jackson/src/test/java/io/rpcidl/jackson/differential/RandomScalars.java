package io.rpcidl.jackson.differential;

import io.rpcidl.json.Bytes;
import io.rpcidl.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Random values of the built-in types: small ones, large ones, and those at the ends of their ranges. */
final class RandomScalars {

    private static final long YEAR_0 = LocalDate.of(0, 1, 1).toEpochDay();
    private static final long YEAR_9999 = LocalDate.of(9_999, 12, 31).toEpochDay();

    /** The first and the last characters of each length in UTF-8. */
    private static final int[] EDGES = {
        0x7f, 0x80, 0x7ff, 0x800, 0xfff, 0x1000, 0x2028, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff
    };

    private final RandomGenerator random;
    private final Map<Class<?>, Supplier<Object>> types = new LinkedHashMap<>();

    RandomScalars(RandomGenerator random) {
        this.random = random;
        types.put(boolean.class, random::nextBoolean);
        types.put(Boolean.class, random::nextBoolean);
        types.put(int.class, this::int32);
        types.put(Integer.class, this::int32);
        types.put(long.class, this::int64);
        types.put(Long.class, this::int64);
        types.put(float.class, this::float32);
        types.put(Float.class, this::float32);
        types.put(double.class, this::float64);
        types.put(Double.class, this::float64);
        types.put(BigInteger.class, this::bigint);
        types.put(BigDecimal.class, this::decimal);
        types.put(String.class, this::string);
        types.put(Bytes.class, () -> Bytes.of(bytes(random.nextInt(12))));
        types.put(Instant.class, () -> datetime().toInstant(ZoneOffset.UTC));
        types.put(LocalDate.class, this::date);
        types.put(LocalTime.class, this::time);
        types.put(LocalDateTime.class, this::datetime);
        types.put(Duration.class, this::duration);
        types.put(UUID.class, () -> new UUID(random.nextLong(), random.nextLong()));
        types.put(JsonValue.class, () -> any(3));
    }

    /** Returns a value of a built-in type, or null for another type. */
    @Nullable
    Object of(Class<?> type) {
        Supplier<Object> values = types.get(type);
        return values == null ? null : values.get();
    }

    /** Returns a string of any characters that JSON and UTF-8 can say, or one of those that the contract's patterns want. */
    String string() {
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> characters(1 + random.nextInt(8), 'a', 'z');
            case 2 -> characters(3, 'A', 'Z') + "-" + random.nextInt(1_000);
            case 3 -> characters(random.nextInt(12), 0, 0x7f);
            case 4 -> characters(random.nextInt(6), 0, 0xd7ff);
            default ->
                characters(random.nextInt(4), 0xe000, 0x10ffff) + "\"\\/"
                        + Character.toString(EDGES[random.nextInt(EDGES.length)]);
        };
    }

    private String characters(int count, int first, int last) {
        StringBuilder text = new StringBuilder();
        random.ints(count, first, last + 1).forEach(text::appendCodePoint);
        return text.toString();
    }

    private int int32() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextBoolean() ? Integer.MIN_VALUE : Integer.MAX_VALUE;
            default -> random.nextInt(-20, 200);
        };
    }

    private long int64() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE;
            case 2 -> random.nextLong() >> random.nextInt(64);
            default -> random.nextInt(-20, 200);
        };
    }

    /** No zero with a sign: Jackson's exact trees lose it. */
    private float float32() {
        return switch (random.nextInt(4)) {
            case 0 -> Float.intBitsToFloat(random.nextInt()) + 0.0f;
            case 1 ->
                List.of(Float.NaN, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, Float.MAX_VALUE)
                        .get(random.nextInt(4));
            default -> random.nextInt(-200, 200) / 10f + 0.0f;
        };
    }

    private double float64() {
        return switch (random.nextInt(4)) {
            case 0 -> Double.longBitsToDouble(random.nextLong()) + 0.0;
            case 1 ->
                List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, -Double.MAX_VALUE)
                        .get(random.nextInt(4));
            default -> random.nextInt(-2_000, 2_000) / 100.0 + 0.0;
        };
    }

    private BigInteger bigint() {
        return random.nextInt(3) == 0 ? new BigInteger(bytes(1 + random.nextInt(40))) : BigInteger.valueOf(int64());
    }

    private BigDecimal decimal() {
        int scale = random.nextInt(8) == 0 ? random.nextInt(-5_000, 5_000) : random.nextInt(-3, 12);
        return new BigDecimal(bigint(), scale);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private LocalDate date() {
        return LocalDate.ofEpochDay(random.nextLong(YEAR_0, YEAR_9999 + 1));
    }

    private LocalTime time() {
        return LocalTime.ofSecondOfDay(random.nextInt(86_400)).withNano(nanos());
    }

    private LocalDateTime datetime() {
        return LocalDateTime.of(date(), time());
    }

    private Duration duration() {
        return Duration.ofSeconds(
                random.nextInt(8) == 0 ? random.nextLong() >> 1 : random.nextInt(-90_000, 90_000), nanos());
    }

    private int nanos() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(1_000) * 1_000_000;
            case 2 -> random.nextInt(1_000_000) * 1_000;
            default -> random.nextInt(1_000_000_000);
        };
    }

    /** Numbers are written as BigDecimal does: Jackson's exact trees keep digits and scale, not other ways to write them. */
    private JsonValue any(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> JsonValue.of(string());
            case 1 -> JsonValue.of(decimal());
            case 2 -> JsonValue.of(random.nextBoolean());
            case 3 -> random.nextInt(4) == 0 && depth < 3 ? JsonValue.NULL : JsonValue.of(int64());
            case 4 -> {
                List<JsonValue> elements = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    elements.add(any(depth - 1));
                }
                yield new JsonValue.Array(elements);
            }
            default -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    members.put(string(), any(depth - 1));
                }
                yield JsonValue.object(members);
            }
        };
    }
}
