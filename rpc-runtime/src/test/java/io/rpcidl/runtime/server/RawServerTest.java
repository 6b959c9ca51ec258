package io.rpcidl.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.json.JsonLimits;
import io.rpcidl.runtime.json.JsonValue;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.RawSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server answers to bytes on a socket: {@code docs/wire.md} as a stranger sees it. */
@Timeout(60)
class RawServerTest {

    private static final String ADD = request("1", "add", "[1,2,3]");
    private static final String SIX = reply("1", "add", "{\"result\":6}");

    private final EchoService service = new EchoService();
    private RpcServer server;

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.builder()
                .add(service)
                .limits(new JsonLimits(10_000, 64))
                .documentTimeout(Duration.ofMillis(300))
                .start();
    }

    @AfterEach
    void stop() {
        service.release.countDown();
        server.close();
    }

    @Test
    void answersOneLineHoweverTheRequestIsCut() throws IOException {
        byte[] bytes = ADD.getBytes(StandardCharsets.UTF_8);
        for (int cut = 1; cut < bytes.length; cut++) {
            try (RawSocket socket = connect()) {
                socket.send(Arrays.copyOf(bytes, cut));
                socket.send(Arrays.copyOfRange(bytes, cut, bytes.length));
                assertEquals(SIX, socket.line(), "cut at " + cut);
            }
        }
    }

    @Test
    void answersEachOfSeveralRequestsInOnePacket() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(ADD + ADD);
            assertEquals(SIX, socket.line());
            assertEquals(SIX, socket.line());
        }
    }

    @Test
    void answersAndClosesAfterHalfClose() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(ADD).endOutput();
            assertEquals(SIX + "\n", socket.rest());
        }
    }

    @Test
    void passesWhiteSpaceAndAByteOrderMark() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send("\uFEFF\r\n\t " + " ".repeat(100_000) + ADD + "\n\n" + ADD);
            assertEquals(SIX, socket.line());
            assertEquals(SIX, socket.line());
        }
    }

    @Test
    void takesABodyBeforeItsHeaderAndUnknownMembers() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(
                    "{ \"x\" : [{}] , \"body\": {\"params\": [1, 2, 3], \"y\": 1},\n \"header\": {\"z\": null,"
                            + "\"method_name\": \"add\", \"service_name\": \"testing.v1.Echo\", \"request_id\": 1}, \"w\": 0 }");
            assertEquals(SIX, socket.line());
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "9007199254740991", "'\"a-1 \\u00e9\"'"})
    void givesTheRequestIdBack(String id) throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(request(id, "add", "[6]"));
            assertEquals(JsonValue.parse(id), header(socket.line()).members().get("request_id"));
        }
    }

    @Test
    void answersRequestsWithoutIdInTheirOrder() throws Exception {
        try (RawSocket socket = connect()) {
            socket.send(request("null", "wait", "[\"slow\"]") + request("null", "echo", "[\"fast\"]") + ADD);
            assertEquals("slow", service.begun.poll(20, TimeUnit.SECONDS));
            assertEquals(SIX, socket.line());
            service.release.countDown();
            assertEquals(reply("null", "wait", "{\"result\":\"slow\"}"), socket.line());
            assertEquals(reply("null", "echo", "{\"result\":\"fast\"}"), socket.line());
        }
    }

    @Test
    void takesParametersByNameAndByPosition() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(request("1", "echo", "{\"text\":\"a\"}"));
            assertEquals(reply("1", "echo", "{\"result\":\"a\"}"), socket.line());
            socket.send(request("1", "echo", "[\"a\",\"surplus\",{}]"));
            assertEquals(reply("1", "echo", "{\"result\":\"a\"}"), socket.line());
            socket.send(request("1", "maybe", "[]"));
            assertEquals(reply("1", "maybe", "{\"result\":null}"), socket.line());
            socket.send(request("1", "add", "{\"numbers\":[1,2,3]}"));
            assertEquals(SIX, socket.line());
        }
    }

    @Test
    void acceptsAnOfferAndTakesLinesFromThenOn() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(ADD.replace("\"method_name\":\"add\"", "\"method_name\":\"add\",\"offer\":{\"wire\":1}"));
            assertEquals(SIX.replace("\"add\"}", "\"add\",\"accept\":{\"wire\":1}}"), socket.line());
            socket.send("{\"header\":{\"kind\":\"later\"}}\n{\"header\":{\"kind\":\"ping\"},\"body\":{}}\n");
            assertEquals("{\"header\":{\"kind\":\"pong\"},\"body\":{}}", socket.line());
            assertEquals(SIX, socket.send(ADD + "\n").line());
        }
    }

    @Test
    void sendsNothingUnaskedToAStranger() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send("{\"header\":{\"kind\":\"ping\"},\"body\":{}}" + ADD);
            assertEquals(SIX, socket.line());
        }
    }

    @Test
    void neverAnswersOneway() throws Exception {
        try (RawSocket socket = connect()) {
            String oneway = ",\"kind\":\"oneway\"}";
            socket.send(request("1", "note", "[\"a\"]").replaceFirst("}", oneway));
            socket.send(request("2", "nothing", "[]").replaceFirst("}", oneway));
            socket.send(request("3", "note", "[5]").replaceFirst("}", oneway));
            socket.send(ADD);
            assertEquals(SIX, socket.line());
            assertEquals("a", service.notes.poll(20, TimeUnit.SECONDS));
            socket.send(request("4", "note", "[\"b\"]"));
            assertEquals(reply("4", "note", "{\"result\":null}"), socket.line());
            assertEquals("b", service.notes.poll(20, TimeUnit.SECONDS));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"body\":{}} | missing required member 'header'",
                "{\"header\":1} | /header: expected object, got 1",
                "{\"header\":{\"request_id\":1,\"method_name\":\"a\"}} | /header: missing required member 'service_name'",
                "{\"header\":{\"request_id\":1,\"service_name\":\"a\"}} | /header: missing required member 'method_name'",
                "{\"header\":{\"request_id\":-1}} | /header/request_id: request_id not in 0 to 2^53 - 1",
                "{\"header\":{\"request_id\":1.5}} | /header/request_id: expected int64, got 1.5",
                "{\"header\":{},\"header\":{}} | /header: missing required member 'service_name'",
            })
    void answersRightJsonOfTheWrongShapeAndStays(String request, String message) throws IOException {
        try (RawSocket socket = connect()) {
            assertError(socket.send(request).line(), "INVALID_ARGUMENT", message);
            socket.send(ADD);
            assertEquals(SIX, socket.line());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo | [5] | INVALID_ARGUMENT | /body/params/0: expected string, got 5",
                "echo | [] | INVALID_ARGUMENT | /body/params: missing required member 'text'",
                "echo | {\"text\":null} | INVALID_ARGUMENT | /body/params/text: expected string, got null",
                "echo | {\"text\":\"a\",\"text\":\"b\"} | INVALID_ARGUMENT | /body/params/text: duplicate member 'text'",
                "add | [1,{}] | INVALID_ARGUMENT | /body/params/1: expected int64, got an object",
                "nothing | [] | UNIMPLEMENTED | service 'testing.v1.Echo' has no method 'nothing'",
                "fail | [\"status\"] | ALREADY_EXISTS | twice",
            })
    void namesWhatIsWrongWithACall(String method, String params, String code, String message) throws IOException {
        try (RawSocket socket = connect()) {
            assertError(socket.send(request("1", method, params)).line(), code, message);
        }
    }

    @Test
    void answersWithATypedError() throws IOException {
        try (RawSocket socket = connect()) {
            String expected = "{\"error\":{\"code\":\"FAILED_PRECONDITION\",\"message\":\"no, thanks\","
                    + "\"type\":\"testing.v1.Refused\",\"details\":{\"reason\":\"busy\",\"count\":0},\"processed\":\"yes\"}}";
            assertEquals(
                    reply("1", "fail", expected),
                    socket.send(request("1", "fail", "[\"refused\"]")).line());
        }
    }

    @ParameterizedTest
    @CsvSource({"error", "secret"})
    void keepsItsOwnBugsToItself(String how) throws IOException {
        try (RawSocket socket = connect()) {
            String line = socket.send(request("1", "fail", "[\"" + how + "\"]")).line();
            assertTrue(
                    line.matches(
                            ".*\"code\":\"INTERNAL\",\"message\":\"internal error [-0-9a-f]{36}: see the server's log\".*"),
                    line);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"header\":{\"request_id\":1]} | broken JSON at offset 25: expected ',' or '}'",
                "[1] | broken JSON at offset 0: a message is one JSON object and starts with '{'",
                "hello | broken JSON at offset 0: a message is one JSON object and starts with '{'",
            })
    void answersBrokenJsonAndCloses(String request, String message) throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(request);
            assertError(socket.line(), "INVALID_ARGUMENT", message);
            assertEquals("", socket.rest());
        }
    }

    @Test
    void saysThatAMessageWasCut() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(request("null", "echo", "[\"a\"]") + "{\"header\":").endOutput();
            assertEquals(reply("null", "echo", "{\"result\":\"a\"}"), socket.line());
            assertError(socket.line(), "INVALID_ARGUMENT", "the connection ended within a message");
            assertEquals("", socket.rest());
        }
    }

    @Test
    void doesNotWaitForeverForTheEndOfAMessage() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send("{\"header\":");
            assertError(socket.line(), "DEADLINE_EXCEEDED", "a message must be complete 0 s after its first byte");
            assertEquals("", socket.rest());
        }
    }

    @Test
    void passesOverAMessageThatIsTooLong() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(request("7", "echo", "[\"" + "x".repeat(20_000) + "\"]") + ADD);
            String line = socket.line();
            assertError(line, "RESOURCE_EXHAUSTED", "message longer than 10000 bytes");
            assertEquals(JsonValue.of(7), header(line).members().get("request_id"));
            assertEquals(SIX, socket.line());
        }
    }

    @Test
    void limitsTheDepthOfAMessage() throws IOException {
        try (RawSocket socket = connect()) {
            String deep = "[".repeat(2_000) + "]".repeat(2_000);
            assertError(socket.send(request("1", "echo", deep)).line(), "RESOURCE_EXHAUSTED", null);
            assertEquals(SIX, socket.send(ADD).line());
        }
    }

    @Test
    void keepsAStrangersErrorShort() throws IOException {
        try (RawSocket socket = connect()) {
            String long_ = "\u00e9\ud83d\ude00".repeat(1_000);
            String line =
                    socket.send(request("1", "fail", "[\"" + long_ + "\"]")).line();
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length < 900, line);
        }
    }

    @Test
    void limitsTheCallsInFlight() throws Exception {
        try (RpcServer small = RpcServer.builder().add(service).maxInFlight(1).start();
                RawSocket socket = new RawSocket(small.port())) {
            socket.send(request("1", "wait", "[\"a\"]"));
            assertEquals("a", service.begun.poll(20, TimeUnit.SECONDS));
            socket.send(ADD);
            assertError(socket.line(), "RESOURCE_EXHAUSTED", "more than 1 calls in flight on one connection");
            service.release.countDown();
            assertEquals(reply("1", "wait", "{\"result\":\"a\"}"), socket.line());
            assertEquals(SIX, socket.send(ADD).line());
        }
    }

    @Test
    void finishesWhatIsInFlightBeforeItCloses() throws Exception {
        try (RawSocket socket = connect()) {
            socket.send(request("1", "wait", "[\"a\"]"));
            assertEquals("a", service.begun.poll(20, TimeUnit.SECONDS));
            Thread closing = new Thread(server::close);
            closing.start();
            service.release.countDown();
            assertEquals(reply("1", "wait", "{\"result\":\"a\"}") + "\n", socket.rest());
            closing.join();
        }
    }

    @Test
    void answersWhatItOwesBeforeItClosesForBrokenJson() throws Exception {
        try (RawSocket socket = connect()) {
            socket.send(request("null", "wait", "[\"slow\"]"));
            assertEquals("slow", service.begun.poll(20, TimeUnit.SECONDS));
            socket.send("{]" + ADD);
            service.release.countDown();
            assertEquals(reply("null", "wait", "{\"result\":\"slow\"}"), socket.line());
            assertError(socket.line(), "INVALID_ARGUMENT", "broken JSON at offset 1: expected a member's name");
            assertEquals("", socket.rest());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add | [1,,2] | broken JSON at offset 100: not a JSON value",
                "nothing | [} | broken JSON at offset 102: not a JSON value"
            })
    void closesForBrokenJsonInABodyToo(String method, String params, String message) throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(request("1", method, params));
            assertError(socket.line(), "INVALID_ARGUMENT", message);
            assertEquals("", socket.rest());
        }
    }

    @Test
    void doesNotWaitForTheEndOfWhatIsBrokenAlready() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(request("1", "add", "[}"));
            assertError(socket.line(), "INVALID_ARGUMENT", null);
            assertEquals("", socket.rest());
        }
        try (RawSocket socket = connect()) {
            socket.send("{\"header\":" + "[".repeat(5_000) + "}");
            assertError(socket.line(), "RESOURCE_EXHAUSTED", null);
        }
    }

    @Test
    void namesTheParametersWhereThereAreNone() throws IOException {
        try (RawSocket socket = connect()) {
            String line = socket.send(request("1", "echo", "null")).line();
            assertError(line, "INVALID_ARGUMENT", "/body/params: missing required member 'text'");
        }
    }

    @Test
    void losesNoErrorToAHalfClose() throws IOException {
        for (int i = 0; i < 50; i++) {
            try (RawSocket socket = connect()) {
                socket.send("nonsense").endOutput();
                assertTrue(socket.rest().contains("broken JSON"), "try " + i);
            }
        }
    }

    @Test
    void answersATooLongMessageOnce() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(request("7", "echo", "[\"" + "x".repeat(20_000))).endOutput();
            assertError(socket.line(), "RESOURCE_EXHAUSTED", "message longer than 10000 bytes");
            assertEquals("", socket.rest());
        }
    }

    @ParameterizedTest
    @CsvSource({"null", "surrogate"})
    void answersWhateverAHandlerDoes(String how) throws IOException {
        try (RawSocket socket = connect()) {
            assertError(socket.send(request("1", "fail", "[\"" + how + "\"]")).line(), null, null);
            socket.endOutput();
            assertEquals("", socket.rest());
        }
    }

    @Test
    void keepsToItsLimitsOfNamesAndHeaders() throws IOException {
        try (RawSocket socket = connect()) {
            String line = socket.send(ADD.replace("testing", "x".repeat(5_000))).line();
            assertError(line, "INVALID_ARGUMENT", null);
            assertTrue(line.length() < 900, line);
        }
        try (RpcServer large = RpcServer.builder().add(service).start();
                RawSocket socket = new RawSocket(large.port())) {
            String line = socket.send(ADD.replaceFirst("}", ",\"x\":\"" + "y".repeat(20_000) + "\"}"))
                    .line();
            assertError(line, "RESOURCE_EXHAUSTED", "/header: header longer than 16384 bytes");
        }
    }

    @Test
    void waitsForOnewayWorkBeforeItCloses() throws Exception {
        try (RawSocket socket = connect()) {
            socket.send(request("1", "wait", "[\"a\"]").replaceFirst("}", ",\"kind\":\"oneway\"}"));
            assertEquals("a", service.begun.poll(20, TimeUnit.SECONDS));
            Thread closing = new Thread(server::close);
            closing.start();
            closing.join(200);
            assertTrue(closing.isAlive());
            service.release.countDown();
            closing.join();
        }
    }

    @Test
    void failsOnlyItsCallWhenAFilterFails() throws IOException {
        try (RpcServer filtered = RpcServer.builder()
                        .add(service)
                        .filter((call, next) -> switch (call.method().methodName()) {
                            case "echo" -> throw new IllegalStateException("thrown");
                            case "maybe" -> CompletableFuture.failedFuture(new IllegalStateException("failed"));
                            default -> next.invoke(call);
                        })
                        .start();
                RawSocket socket = new RawSocket(filtered.port())) {
            assertError(
                    socket.send(request("1", "echo", "[\"a\"]")).line(), "INTERNAL", "a filter failed: see the log");
            assertError(socket.send(request("1", "maybe", "[]")).line(), "INTERNAL", "a filter failed: see the log");
            assertEquals(SIX, socket.send(ADD).line());
        }
    }

    private RawSocket connect() throws IOException {
        return new RawSocket(server.port());
    }

    private static String request(String id, String method, String params) {
        return "{\"header\":{\"request_id\":" + id + ",\"service_name\":\"testing.v1.Echo\",\"method_name\":\"" + method
                + "\"},\"body\":{\"params\":" + params + "}}";
    }

    private static String reply(String id, String method, String body) {
        return "{\"header\":{\"request_id\":" + id + ",\"service_name\":\"testing.v1.Echo\",\"method_name\":\"" + method
                + "\"},\"body\":" + body + "}";
    }

    private static JsonValue.Object header(String line) {
        return (JsonValue.Object)
                ((JsonValue.Object) JsonValue.parse(line)).members().get("header");
    }

    private static void assertError(String line, String code, String message) {
        JsonValue.Object body = (JsonValue.Object)
                ((JsonValue.Object) JsonValue.parse(line)).members().get("body");
        JsonValue.Object error = (JsonValue.Object) body.members().get("error");
        assertEquals(
                code == null ? error.members().get("code") : JsonValue.of(code),
                error.members().get("code"),
                line);
        if (message != null) {
            assertEquals(JsonValue.of(message), error.members().get("message"), line);
        }
    }
}
