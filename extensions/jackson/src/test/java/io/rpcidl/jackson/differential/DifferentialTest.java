package io.rpcidl.jackson.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import differential.BrokenException;
import differential.Choice;
import differential.Closed;
import differential.Code;
import differential.Constrained;
import differential.Containers;
import differential.Count;
import differential.Day;
import differential.Defaults;
import differential.Empty;
import differential.Entries;
import differential.Exact;
import differential.Expression;
import differential.Forest;
import differential.Grid;
import differential.Keys;
import differential.Names;
import differential.Nested;
import differential.Open;
import differential.Optionals;
import differential.Patches;
import differential.Pin;
import differential.Point;
import differential.Rollouts;
import differential.Scalars;
import differential.Stamp;
import differential.Sum;
import differential.Tree;
import differential.Whole;
import differential.Wide;
import io.rpcidl.json.Codec;
import io.rpcidl.json.Codecs;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.stub.RpcType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Our JSON against Jackson's, with random values of a contract that has everything: what one writes the other reads as
 * the same, and of text with a mistake in it both say the same. {@code -Dseed=} and {@code -Dcount=} choose the values;
 * a failure names the value by its index.
 */
class DifferentialTest {

    private static final long SEED = Long.getLong("seed", 20_261_124);
    private static final int COUNT = Integer.getInteger("count", 100_000);

    private static final List<Class<?>> TYPES = List.of(
            Scalars.class,
            Optionals.class,
            Defaults.class,
            Rollouts.class,
            Patches.class,
            Containers.class,
            Keys.class,
            Entries.class,
            Names.class,
            Constrained.class,
            Wide.class,
            Empty.class,
            Point.class,
            Tree.class,
            Code.class,
            Count.class,
            Nested.class,
            Exact.class,
            Day.class,
            Stamp.class,
            Grid.class,
            Forest.class,
            Whole.class,
            Pin.class,
            Open.class,
            Closed.class,
            Choice.class,
            Expression.class,
            Sum.class,
            BrokenException.class);

    /** Jackson without us. */
    private static final JsonMapper PLAIN = StrictJackson.builder().build();

    /** Jackson with our module. */
    private static final JsonMapper OURS =
            StrictJackson.builder().findAndAddModules().build();

    /** Several ways to write the same. */
    private static final List<ObjectWriter> LAYOUTS = List.of(
            PLAIN.writer(),
            PLAIN.writer().withDefaultPrettyPrinter(),
            PLAIN.writer().withFeatures(JsonWriteFeature.ESCAPE_NON_ASCII, JsonWriteFeature.ESCAPE_FORWARD_SLASHES));

    private final LongAdder bytes = new LongAdder();
    private final LongAdder agreed = new LongAdder();
    private final LongAdder taken = new LongAdder();
    private final LongAdder refused = new LongAdder();

    @Test
    void weAndJacksonSayTheSame() {
        IntStream.range(0, COUNT).parallel().forEach(this::one);
        System.out.printf(
                "differential: seed %d, %,d values of %d types, %,d bytes; of as many mutants %,d taken by both"
                        + " (%,d of them by the codec), %,d refused by both%n",
                SEED, COUNT, TYPES.size(), bytes.sum(), agreed.sum(), taken.sum(), refused.sum());
        assertEquals(COUNT, agreed.sum() + refused.sum());
    }

    private void one(int index) {
        RandomGenerator random = new SplittableRandom(SEED + index);
        Class<?> type = TYPES.get(index % TYPES.size());
        Codec<Object> codec = codec(type);
        byte[] ours = {};
        try {
            Object value = new RandomValues(random).of(type);
            ours = write(codec, value);
            bytes.add(ours.length);
            sameBothWays(codec, type, value, ours);
            byte[] theirs = LAYOUTS.get(random.nextInt(LAYOUTS.size())).writeValueAsBytes(PLAIN.readTree(ours));
            assertEquals(value, read(codec, theirs));
            sameOfAMutant(codec, type, mutant(random.nextBoolean() ? ours : theirs, random));
        } catch (Exception | AssertionError e) {
            throw new AssertionError(
                    "-Dseed=" + SEED + ", value " + index + ": " + new String(ours, StandardCharsets.UTF_8), e);
        }
    }

    private static void sameBothWays(Codec<Object> codec, Class<?> type, Object value, byte[] ours) throws IOException {
        assertEquals(value, read(codec, ours));
        assertEquals(read(Codecs.ANY, ours), StrictJackson.parse(PLAIN, ours));
        assertEquals(value, OURS.readValue(ours, type));
        assertTrue(Arrays.equals(ours, OURS.writeValueAsBytes(value)));
        JsonNode tree = OURS.valueToTree(value);
        assertEquals(value, OURS.treeToValue(tree, type));
    }

    private void sameOfAMutant(Codec<Object> codec, Class<?> type, byte[] mutant) {
        String shown = new String(mutant, StandardCharsets.ISO_8859_1);
        Optional<Object> json = attempt(() -> read(Codecs.ANY, mutant));
        assertEquals(attempt(() -> StrictJackson.parse(PLAIN, mutant)), json, shown);
        Optional<Object> value = attempt(() -> read(codec, mutant));
        assertEquals(attempt(() -> OURS.readValue(StrictJackson.decode(mutant), type)), value, shown);
        assertTrue(json.isPresent() || value.isEmpty(), shown);
        (json.isPresent() ? agreed : refused).increment();
        taken.add(value.isPresent() ? 1 : 0);
    }

    /** Changes, drops or adds one byte, here and there one of a character that has several. */
    private static byte[] mutant(byte[] json, RandomGenerator random) {
        int at = random.nextInt(json.length);
        for (int i = at; i < json.length && random.nextInt(64) != 0; i++) {
            at = json[i] < 0 ? i : at;
        }
        byte[] start = Arrays.copyOf(json, at);
        byte[] rest = Arrays.copyOfRange(json, at + 1, json.length);
        String likely = "{}[]\":,0123456789.-+eE\\ tfnu";
        byte any = random.nextBoolean()
                ? (byte) likely.charAt(random.nextInt(likely.length()))
                : (byte) random.nextInt(256);
        return switch (random.nextInt(4)) {
            case 0 -> join(start, new byte[] {(byte) (json[at] ^ 1 << random.nextInt(8))}, rest);
            case 1 -> join(start, new byte[] {any}, rest);
            case 2 -> join(start, rest);
            default -> join(start, new byte[] {any, json[at]}, rest);
        };
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    private interface Attempt {
        Object run() throws IOException;
    }

    /** Returns what an attempt gives, or nothing where the text is refused; all else is a failure. */
    private static Optional<Object> attempt(Attempt attempt) {
        try {
            return Optional.of(attempt.run());
        } catch (IOException | JsonException e) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked")
    private static Codec<Object> codec(Class<?> type) {
        try {
            Class<?> codec = type.getAnnotation(RpcType.class).codec();
            return (Codec<Object>) codec.getField("INSTANCE").get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getName(), e);
        }
    }

    private static byte[] write(Codec<Object> codec, Object value) {
        JsonWriter out = new JsonWriter();
        codec.write(out, value);
        return out.toByteArray();
    }

    private static <T> T read(Codec<T> codec, byte[] json) {
        JsonReader in = new JsonReader(json);
        T value = codec.read(in);
        in.end();
        return value;
    }
}
