package io.rpcidl.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.Codec;
import io.rpcidl.json.Codecs;
import io.rpcidl.json.JsonValue;
import io.rpcidl.json.MapKey;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.MethodTraits;
import io.rpcidl.runtime.stub.ServiceDefinition;
import io.rpcidl.runtime.stub.ServiceHandler;
import io.rpcidl.runtime.testing.RawSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents of which a careless reader would take minutes or run out of memory, as bodies of requests: how each is
 * answered, that it is so soon, and that the connection stays. The design's word is 50 ms; what is asserted is ten times
 * that, of the best of five.
 */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileJsonTest {

    private static final int COLLISIONS = 32_768;
    private static final int DEEP = 100_000;
    private static final Duration SOON = Duration.ofMillis(500);

    private static final Map<String, Codec<?>> METHODS = Map.of(
            "any", Codecs.ANY,
            "texts", Codecs.set(Codecs.STRING),
            "sets", Codecs.set(Codecs.ANY),
            "counts", Codecs.map(MapKey.STRING, Codecs.INT32),
            "integer", Codecs.BIGINT,
            "decimal", Codecs.DECIMAL,
            "float", Codecs.FLOAT64,
            "int", Codecs.INT32);

    private RpcServer server;

    @BeforeAll
    void start() throws IOException {
        ServiceDefinition definition = new ServiceDefinition("Mirror");
        METHODS.forEach((name, codec) -> add(definition, name, codec));
        ServiceHandler handler = () -> definition;
        server = RpcServer.builder().add(handler).start();
    }

    private static <T> void add(ServiceDefinition definition, String name, Codec<T> codec) {
        definition.blocking(
                new MethodDescriptor<>(
                        "Mirror",
                        name,
                        MethodDescriptor.Kind.UNARY,
                        Codecs.list(codec),
                        Codecs.INT32,
                        MethodTraits.NONE),
                params -> params.size());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("names of one hash", "any", object("1"), "result"),
                Arguments.of("names of one hash that nobody asked for", "int", "1", "result"),
                Arguments.of("keys of one hash", "counts", object("1"), "result"),
                Arguments.of("elements of one hash, in order", "texts", array("%s"), "result"),
                Arguments.of("elements of one hash, without one", "sets", array("[%s]"), "RESOURCE_EXHAUSTED"),
                Arguments.of("a depth of 100,000", "any", nested("[", "1", "]"), "RESOURCE_EXHAUSTED"),
                Arguments.of("objects to a depth of 100,000", "any", nested("{\"a\":", "1", "}"), "RESOURCE_EXHAUSTED"),
                Arguments.of(
                        "a depth of 100,000 where an integer is due",
                        "int",
                        nested("[", "1", "]"),
                        "RESOURCE_EXHAUSTED"),
                Arguments.of("a huge exponent as any", "any", "1e1000000000", "result"),
                Arguments.of("a huge exponent as bigint", "integer", "1e1000000000", "INVALID_ARGUMENT"),
                Arguments.of("a huge exponent as decimal", "decimal", "1e1000000000", "RESOURCE_EXHAUSTED"),
                Arguments.of("a tiny exponent as decimal", "decimal", "1e-1000000000", "RESOURCE_EXHAUSTED"),
                Arguments.of("a huge exponent as float64", "float", "1e1000000000", "INVALID_ARGUMENT"),
                Arguments.of("a huge exponent in a text", "decimal", "\"1e1000000000\"", "RESOURCE_EXHAUSTED"),
                Arguments.of("a number of a million digits", "integer", "9".repeat(1_000_000), "RESOURCE_EXHAUSTED"),
                Arguments.of("a million empty arrays", "any", "[" + "[],".repeat(1_000_000) + "0]", "result"),
                Arguments.of("a text of escapes", "any", "\"" + "\\u0041".repeat(600_000) + "\"", "result"),
                Arguments.of("white space", "any", "[" + " \n\t\r".repeat(1_000_000) + "1]", "result"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void areAnsweredSoonAndTheConnectionStays(String name, String method, String document, String answer)
            throws IOException {
        String more = name.endsWith("nobody asked for") ? "," + object("1").substring(1) : "}";
        String request = "{\"header\":{\"request_id\":1,\"service_name\":\"Mirror\",\"method_name\":\"" + method
                + "\"},\"body\":{\"params\":[" + document + "]" + more + "}";
        long best = Long.MAX_VALUE;
        try (RawSocket socket = new RawSocket(server.port())) {
            for (int i = 0; i < 5; i++) {
                long start = System.nanoTime();
                String line = socket.send(request).line();
                best = Math.min(best, System.nanoTime() - start);
                assertTrue(line.contains('"' + answer + '"'), line);
            }
        }
        Duration taken = Duration.ofNanos(best);
        assertTrue(taken.compareTo(SOON) < 0, "answered after " + taken);
    }

    @Test
    void doNotMakeAnAnswerThatIsLarge() throws IOException {
        try (RawSocket socket = new RawSocket(server.port())) {
            String line = socket.send(
                            "{\"header\":{\"request_id\":1,\"service_name\":\"Mirror\",\"method_name\":\"int\"},"
                                    + "\"body\":{\"params\":[\"" + "x".repeat(1_000_000) + "\"]}}")
                    .line();
            assertTrue(line.length() < 900, "an answer of " + line.length());
            JsonValue.Object message = (JsonValue.Object) JsonValue.parse(line);
            assertEquals(Set.of("header", "body"), message.members().keySet());
        }
    }

    /** Texts of one hash: "Aa" and "BB" have the same. */
    private static Stream<String> texts() {
        return IntStream.range(0, COLLISIONS)
                .mapToObj(i -> IntStream.range(0, 15)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining("", "\"", "\"")));
    }

    private static String object(String value) {
        return texts().map(key -> key + ":" + value).collect(Collectors.joining(",", "{", "}"));
    }

    private static String array(String element) {
        return texts().map(element::formatted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String nested(String open, String inner, String close) {
        return open.repeat(DEEP) + inner + close.repeat(DEEP);
    }
}
