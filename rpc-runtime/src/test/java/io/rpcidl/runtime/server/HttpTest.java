package io.rpcidl.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.JsonLimits;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.RawSocket;
import io.rpcidl.runtime.testing.contract.Echo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP on the port that speaks JSON: {@code docs/wire.md}, "HTTP". */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpTest {

    private static final String ORIGIN = "https://shop.example";

    private HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final EchoService service = new EchoService();
    private RpcServer server;

    @BeforeAll
    void start() throws IOException {
        server = RpcServer.builder()
                .add(service)
                .allowOrigin(ORIGIN)
                .limits(new JsonLimits(10_000, 64))
                .documentTimeout(Duration.ofSeconds(2))
                .start();
    }

    @AfterAll
    void stop() {
        http = null; // and its connections
        service.release.countDown();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            echo  | {"text":"hé"}           | 200 | "hé"
            echo  | ["a"]                   | 200 | "a"
            add   | [1,2,3]                 | 200 | 6
            maybe |                         | 200 | null
            note  | ["a"]                   | 200 | null
            echo  | {"text":1}              | 400 | {"code":"INVALID_ARGUMENT","message":"/text: expected string, got 1","processed":"no"}
            echo  | ["a"] 1                 | 400 | {"code":"INVALID_ARGUMENT","message":"broken JSON at offset 6: more text behind the document","processed":"no"}
            fail  | ["refused"]             | 400 | {"code":"FAILED_PRECONDITION","message":"no, thanks","type":"testing.v1.Refused","details":{"reason":"busy","count":0},"processed":"yes"}
            none  | []                      | 404 | {"code":"UNIMPLEMENTED","message":"no method behind this path: POST /service/method calls one","processed":"no"}
            """)
    void callsAMethodWithItsParametersAsTheBody(String method, String params, int status, String body)
            throws Exception {
        HttpResponse<String> reply = post(method, params == null ? "" : params);
        assertEquals(body + "\n", reply.body());
        assertEquals(status, reply.statusCode());
        assertEquals(
                "application/json", reply.headers().firstValue("content-type").orElseThrow());
    }

    @Test
    void takesHeadersForMetadataButThoseOfHttpItself() throws Exception {
        assertEquals(
                "\"secret\"\n",
                call("maybe", "[\"metadata:authorization\"]", "Authorization", "secret")
                        .body());
        assertEquals(
                "null\n",
                call("maybe", "[\"metadata:user-agent\"]", "User-Agent", "curl").body());
        assertEquals(
                "null\n",
                call("maybe", "[\"metadata:content-type\"]", "Content-Type", "text/plain")
                        .body());
    }

    @Test
    void answersMetadataAndTheTimeToWaitAsHeadersWhereTheyCanBeSome() throws Exception {
        HttpResponse<String> busy = post("fail", "[\"busy\"]");
        assertEquals(503, busy.statusCode());
        assertEquals("2", busy.headers().firstValue("retry-after").orElseThrow());
        assertEquals("17", busy.headers().firstValue("queue").orElseThrow());
        assertTrue(busy.headers().firstValue("reason").isEmpty());
    }

    @Test
    void givesACallTheTimeThatItsHeaderNames() throws Exception {
        HttpResponse<String> late = call("wait", "[\"a\"]", "timeout-ms", "x");
        assertEquals(400, late.statusCode());
        assertTrue(late.body().contains("timeout-ms not in 1 to 2592000000"), late.body());
    }

    @Test
    void tellsProbesThatItLivesAndIsReady() throws Exception {
        for (String path : new String[] {"/health/live", "/health/ready"}) {
            HttpResponse<String> reply = send(request(path).GET());
            assertEquals(200, reply.statusCode());
            assertEquals("{\"status\":\"SERVING\"}\n", reply.body());
        }
        assertEquals(404, send(request("/").GET()).statusCode());
        assertEquals(405, send(request("/testing.v1.Echo/echo").DELETE()).statusCode());
        HttpResponse<String> head = send(request("/health/live").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertEquals("", head.body());
        assertEquals("21", head.headers().firstValue("content-length").orElseThrow());
    }

    @Test
    void answersProbesAndCallsInFlightWhileItShutsDown() throws Exception {
        EchoService waiting = new EchoService();
        RpcServer other = RpcServer.builder().add(waiting).start();
        try (RawSocket probe = new RawSocket(other.port());
                RawSocket caller = new RawSocket(other.port())) {
            caller.send(rawPost("wait", "[\"a\"]"));
            assertEquals("a", waiting.begun.take());
            assertEquals("HTTP/1.1 200 OK", ready(probe));
            CompletableFuture<Void> closed = CompletableFuture.runAsync(other::close);
            String status = ready(probe);
            while (status.equals("HTTP/1.1 200 OK")) { // until close() has come to the connections
                status = ready(probe);
            }
            assertEquals("HTTP/1.1 503 Service Unavailable", status);
            assertEquals("", probe.rest());
            waiting.release.countDown();
            assertEquals("HTTP/1.1 200 OK", statusLine(caller));
            assertEquals("\"a\"\n", caller.rest());
            closed.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() throws IOException {
        try (RawSocket socket = new RawSocket(server.port())) {
            socket.send(rawPost("wait", "[\"a\"]") + rawPost("add", "[1]") + rawPost("add", "[2]"));
            service.release.countDown();
            for (String body : new String[] {"\"a\"", "1", "2"}) {
                assertEquals("HTTP/1.1 200 OK", statusLine(socket));
                assertEquals(body, socket.line());
            }
        }
    }

    @Test
    void carriesNothingOutBehindTheEndThatItHasAnnounced() throws Exception {
        int echoes = service.echoes.get();
        try (RawSocket socket = new RawSocket(server.port())) {
            String bad = "GET /health/live HTTP/1.1\r\n\r\n"; // without a host
            socket.send(bad + rawPost("echo", "[\"a\"]"));
            assertTrue(socket.rest().startsWith("HTTP/1.1 400 Bad Request"));
        }
        try (RawSocket socket = new RawSocket(server.port())) {
            socket.send(rawPost("add", "[1]").replace("host: x", "host: x\r\nconnection: close")
                    + rawPost("echo", "[\"a\"]"));
            assertTrue(socket.rest().startsWith("HTTP/1.1 200 OK"));
        }
        assertEquals(echoes, service.echoes.get());
    }

    @Test
    void closesWhereTooManyRequestsWait() throws Exception {
        EchoService waiting = new EchoService();
        try (RpcServer other = RpcServer.builder().add(waiting).start();
                RawSocket socket = new RawSocket(other.port())) {
            socket.send(rawPost("wait", "[\"a\"]") + "GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n".repeat(2_000));
            try {
                assertEquals("", socket.rest());
            } catch (IOException e) {
                assertTrue(String.valueOf(e.getMessage()).contains("reset"), "what was sent is not read");
            } finally {
                waiting.release.countDown();
            }
        }
    }

    @Test
    void answersNothingOutOfTurnWhereALaterBodyIsTooLong() throws Exception {
        EchoService waiting = new EchoService();
        try (RpcServer other = RpcServer.builder()
                        .add(waiting)
                        .limits(new JsonLimits(10_000, 64))
                        .start();
                RawSocket socket = new RawSocket(other.port())) {
            socket.send(rawPost("wait", "[\"a\"]"));
            assertEquals("a", waiting.begun.take());
            socket.send(rawPost("add", "[" + " ".repeat(20_000) + "1]"));
            try {
                assertEquals("", socket.rest(), "an answer would be taken for that to the first");
            } catch (IOException e) {
                assertTrue(String.valueOf(e.getMessage()).contains("reset"), "what was sent is not read");
            } finally {
                waiting.release.countDown();
            }
        }
    }

    @Test
    void tellsTheHandlerThatTheCallerIsGone() throws Exception {
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        EchoService waiting = new EchoService() {
            @Override
            public String wait_(Echo.WaitRequest request) {
                ServerCall.current().onCancel(() -> cancelled.complete(null));
                return super.wait_(request);
            }
        };
        try (RpcServer other = RpcServer.builder().add(waiting).start()) {
            try (RawSocket socket = new RawSocket(other.port())) {
                socket.send(rawPost("wait", "[\"a\"]"));
                assertEquals("a", waiting.begun.take());
            }
            cancelled.get(20, TimeUnit.SECONDS);
            waiting.release.countDown();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            content-length: 9223372036854775808               | HTTP/1.1 400 Bad Request
            content-length: -1                                | HTTP/1.1 400 Bad Request
            content-length: 5\\r\\ncontent-length: 6            | HTTP/1.1 400 Bad Request
            content-length: 5\\r\\ntransfer-encoding: chunked   | HTTP/1.1 400 Bad Request
            content-length: 10001                             | HTTP/1.1 413 Request Entity Too Large
            content-length : 5                                | HTTP/1.1 400 Bad Request
            x: y\\r\\n folded                                   | HTTP/1.1 400 Bad Request
            """)
    void refusesBodiesThatAreTooLongOrOfUncertainLength(String headers, String status) throws IOException {
        try (RawSocket socket = new RawSocket(server.port())) {
            String lines = headers.replace("\\r\\n", "\r\n");
            socket.send("POST /testing.v1.Echo/add HTTP/1.1\r\nhost: x\r\n" + lines + "\r\n\r\n[123]");
            String answer = socket.rest();
            assertEquals(status, answer.lines().findFirst().orElseThrow(), answer);
        }
        assertEquals("6\n", http("add", "[1,2,3]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /health/live HTTP/1.1\\r\\nx: y                             | HTTP/1.1 400 Bad Request
            GET /health/live HTTP/1.1\\r\\nhost: a\\r\\nhost: b               | HTTP/1.1 400 Bad Request
            GET /health/%zz HTTP/1.1\\r\\nhost: a                           | HTTP/1.1 400 Bad Request
            GET /health/live HTTP/3.7\\r\\nhost: a                          | HTTP/1.1 505 HTTP Version Not Supported
            GET / HTTP/1.1\\r\\nhost: a\\r\\ncontent-encoding: gzip           | HTTP/1.1 415 Unsupported Media Type
            POST / HTTP/1.1\\r\\nhost: a\\r\\ntransfer-encoding: gzip, chunked | HTTP/1.1 501 Not Implemented
            GET http://a/health/live HTTP/1.1\\r\\nhost: a                  | HTTP/1.1 200 OK
            GET /testing.v1.Echo/add HTTP/1.1\\r\\nhost: a                  | HTTP/1.1 405 Method Not Allowed
            """)
    void takesRequestsAsTheStandardSays(String head, String status) throws IOException {
        try (RawSocket socket = new RawSocket(server.port())) {
            String body = head.contains("chunked") ? "0\r\n\r\n" : "";
            socket.send(head.replace("\\r\\n", "\r\n") + "\r\n\r\n" + body);
            assertEquals(status, statusLine(socket));
        }
    }

    @Test
    void answersACallWhoseTimeIsOver() throws Exception {
        HttpResponse<String> late = call("wait", "[\"late\"]", "timeout-ms", "50");
        assertEquals(504, late.statusCode());
        assertTrue(late.body().startsWith("{\"code\":\"DEADLINE_EXCEEDED\""), late.body());
    }

    @Test
    void refusesHeadersOverALimit() throws IOException {
        try (RawSocket socket = new RawSocket(server.port())) {
            socket.send("POST /testing.v1.Echo/add HTTP/1.1\r\nhost: x\r\nx: " + "y".repeat(20_000) + "\r\n\r\n");
            assertTrue(socket.rest().startsWith("HTTP/1.1 4"));
        }
    }

    @Test
    void closesWhatDoesNotSendAWholeRequestInTime() throws IOException {
        try (RawSocket socket = new RawSocket(server.port())) {
            socket.send("POST /testing.v1.Echo/add HTTP/1.1\r\n");
            assertEquals("", socket.rest());
        }
    }

    @Test
    void letsPagesOfAllowedOriginsCallAndNoOthers() throws Exception {
        int echoes = service.echoes.get();
        HttpRequest.Builder preflight = request("/testing.v1.Echo/add")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,x-trace");
        HttpResponse<String> asked = send(preflight.copy().header("Origin", ORIGIN));
        assertEquals(204, asked.statusCode());
        assertEquals(
                ORIGIN,
                asked.headers().firstValue("access-control-allow-origin").orElseThrow());
        assertEquals(
                "content-type,x-trace",
                asked.headers().firstValue("access-control-allow-headers").orElseThrow());
        assertEquals(
                403,
                send(preflight.copy().header("Origin", "https://evil.example")).statusCode());
        assertEquals(200, call("add", "[1]", "Origin", ORIGIN).statusCode());
        assertEquals(
                403,
                call("echo", "[\"x\"]", "Origin", "http://localhost:" + server.port())
                        .statusCode());
        assertEquals(echoes, service.echoes.get());
    }

    // ---- requests

    private String http(String method, String params) {
        try {
            return post(method, params).body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> post(String method, String params) throws Exception {
        return send(request("/testing.v1.Echo/" + method).POST(HttpRequest.BodyPublishers.ofString(params)));
    }

    private HttpResponse<String> call(String method, String params, String header, String value) throws Exception {
        return send(request("/testing.v1.Echo/" + method)
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(params)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String rawPost(String method, String params) {
        return "POST /testing.v1.Echo/" + method + " HTTP/1.1\r\nhost: x\r\ncontent-length: " + params.length()
                + "\r\n\r\n" + params;
    }

    private static String ready(RawSocket probe) throws IOException {
        probe.send("GET /health/ready HTTP/1.1\r\nhost: x\r\n\r\n");
        String status = statusLine(probe);
        assertTrue(probe.line().contains("SERVING"));
        return status;
    }

    /** Reads an answer as far as its headers go. */
    private static String statusLine(RawSocket socket) throws IOException {
        String status = socket.line().strip();
        while (!socket.line().isBlank()) {
            // headers
        }
        return status;
    }
}
