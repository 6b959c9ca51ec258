package io.rpcidl.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.Codecs;
import io.rpcidl.json.JsonValue;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.RawSocket;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server answers to bytes on a socket, beside the cases of {@code docs/conformance}: what it does, and in which words. */
@Timeout(60)
class RawServerTest {

    private static final String ADD = request("1", "add", "[1,2,3]");
    private static final String SIX = reply("1", "add", "{\"result\":6}");

    private final EchoService service = new EchoService();
    private RpcServer server;

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.builder().add(service).start();
    }

    @AfterEach
    void stop() {
        service.release.countDown();
        server.close();
    }

    @Test
    void carriesOutWhatItDoesNotAnswer() throws Exception {
        try (RawSocket socket = connect()) {
            socket.send(request("1", "note", "[\"a\"]").replaceFirst("}", ",\"kind\":\"oneway\"}"));
            assertEquals("a", service.notes.poll(20, TimeUnit.SECONDS));
            socket.send(request("2", "note", "[\"b\"]"));
            assertEquals("b", service.notes.poll(20, TimeUnit.SECONDS));
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
    void losesNoErrorToAHalfClose() throws IOException {
        for (int i = 0; i < 50; i++) {
            try (RawSocket socket = connect()) {
                socket.send("nonsense").endOutput();
                assertTrue(socket.rest().contains("broken JSON"), "try " + i);
            }
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

    @Test
    void answersACallWhoseTimeIsOverAndTellsItsHandler() throws Exception {
        String withTime = request("1", "wait", "[\"a\"]").replaceFirst("}", ",\"timeout_ms\":50}");
        try (RawSocket socket = connect()) {
            assertError(
                    socket.send(withTime).line(),
                    "DEADLINE_EXCEEDED",
                    "the deadline passed while the call was carried out");
            assertEquals(SIX, socket.send(ADD).line());
            service.release.countDown();
            assertEquals(SIX + "\n", socket.send(ADD).endOutput().rest(), "it is not answered twice");
        }
    }

    @Test
    void answersWhereAFilterHasTakenTheParameters() throws IOException {
        try (RpcServer other = RpcServer.builder()
                        .add(service)
                        .maxCalls(1)
                        .filter((call, next) -> {
                            call.params().readWith(Codecs.list(Codecs.INT64));
                            return next.invoke(call);
                        })
                        .start();
                RawSocket socket = new RawSocket(other.port())) {
            for (int i = 0; i < 3; i++) { // no place is lost
                String answer = socket.send(ADD).line();
                assertTrue(answer.contains("\"code\":\"INTERNAL\""), answer);
            }
        }
    }

    private static String request(String id, String method, String params) {
        return "{\"header\":{\"request_id\":" + id + ",\"service_name\":\"testing.v1.Echo\",\"method_name\":\"" + method
                + "\"},\"body\":{\"params\":" + params + "}}";
    }

    private static String reply(String id, String method, String body) {
        return "{\"header\":{\"request_id\":" + id + ",\"service_name\":\"testing.v1.Echo\",\"method_name\":\"" + method
                + "\"},\"body\":" + body + "}";
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
