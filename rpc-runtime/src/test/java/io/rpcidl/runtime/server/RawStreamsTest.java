package io.rpcidl.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.json.JsonLimits;
import io.rpcidl.runtime.testing.RawSocket;
import io.rpcidl.runtime.testing.StreamService;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams as a stranger sees them: bytes on a socket, as {@code docs/wire.md} says. */
@Timeout(60)
class RawStreamsTest {

    private static final String PONG = message("9", "ping", "", "\"result\":7");

    private final StreamService service = new StreamService(false);
    private RpcServer server;

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.builder()
                .add(service)
                .limits(new JsonLimits(2_000, 64))
                .start();
    }

    @AfterEach
    void stop() {
        service.close();
        server.close();
    }

    @Test
    void answersWithItemsAndTheirEnd() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(request("1", "count", "[3]")).endOutput();
            assertEquals(
                    item("1", "count", "0") + "\n" + item("1", "count", "1") + "\n" + item("1", "count", "2") + "\n"
                            + end("1", "count", "") + "\n",
                    socket.rest());
        }
    }

    @Test
    void takesItemsAndAnswersOnce() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(request("\"a\"", "sum", "[]") + item("\"a\"", "sum", "4"));
            socket.send("{\"body\": {\"item\": 5}, \"header\": {\"kind\": \"item\", \"request_id\": \"a\"}}");
            socket.send(end("\"a\"", "sum", ""));
            assertEquals(message("\"a\"", "sum", "", "\"result\":9"), socket.line());
            assertPing(socket);
        }
    }

    @Test
    void takesItemsThatCameWithAHalfClose() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(request("1", "sum", "[]") + item("1", "sum", "4") + end("1", "sum", ""))
                    .endOutput();
            assertEquals(message("1", "sum", "", "\"result\":4") + "\n", socket.rest());
        }
        try (RawSocket socket = connect()) {
            socket.send(request("1", "sum", "[]") + item("1", "sum", "4")).endOutput();
            assertEquals(
                    error("1", "sum", "", "CANCELLED", "the caller ended the connection's input before its items")
                            + "\n",
                    socket.rest());
        }
    }

    @Test
    void talksBothWays() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(request("1", "echo", "[]"));
            for (int i = 0; i < 100; i++) {
                assertEquals(
                        item("1", "echo", "\"" + i + "\""),
                        socket.send(item("1", "echo", "\"" + i + "\"")).line());
            }
            assertEquals(end("1", "echo", ""), socket.send(end("1", "echo", "")).line());
        }
    }

    @Test
    void saysInTheEndWhatWentWrong() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(request("1", "fail", "[1]"));
            assertEquals(item("1", "fail", "0"), socket.line());
            assertEquals(
                    end(
                            "1",
                            "fail",
                            "\"error\":{\"code\":\"FAILED_PRECONDITION\",\"message\":\"enough\","
                                    + "\"type\":\"testing.v1.Refused\",\"details\":{\"reason\":\"busy\",\"count\":0},"
                                    + "\"processed\":\"yes\"}"),
                    socket.line());
            assertPing(socket);
        }
    }

    @Test
    void acceptsAnOfferBeforeThereIsAnAnswer() throws IOException {
        try (RawSocket socket = connect()) {
            String offer = ",\"offer\":{\"wire\":1}},";
            socket.send(request("1", "hold", "[]").replace("},", offer) + "\n");
            assertEquals(
                    message("1", "hold", "credit", "\"items\":0").replace("},", ",\"accept\":{\"wire\":1}},"),
                    socket.line());
            socket.send(item("1", "hold", "1") + "\n");
            assertTrue(socket.line().contains("\"kind\":\"credit\""));
            assertPing(socket);
            service.release.countDown();
            socket.send(end("1", "hold", "") + "\n");
            assertEquals(message("1", "hold", "", "\"result\":1"), socket.line());
        }
    }

    @Test
    void givesCreditForWhatTheHandlerHasRead() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(request("1", "sum", "[]").replace("},", ",\"offer\":{\"wire\":1}},") + "\n");
            socket.line();
            for (int i = 0; i < 16; i++) {
                socket.send(item("1", "sum", "1") + "\n");
            }
            String line = socket.line();
            String items = line.replaceFirst(".*\"items\":(\\d+).*", "$1");
            assertEquals(message("1", "sum", "credit", "\"items\":" + items), line);
            assertTrue(Integer.parseInt(items) >= 128, line);
        }
    }

    @Test
    void sendsAnAcceptedPeerNoMoreThanItHasCreditFor() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(request("1", "count", "[30]").replace("},", ",\"offer\":{\"wire\":1}},") + "\n");
            socket.line();
            for (int i = 0; i < 16; i++) {
                assertEquals(item("1", "count", "" + i), socket.line());
            }
            assertPing(socket);
            socket.send(message("1", "count", "credit", "\"items\":2") + "\n");
            assertEquals(item("1", "count", "16"), socket.line());
            assertEquals(item("1", "count", "17"), socket.line());
            assertPing(socket);
            socket.send(message("1", "count", "credit", "\"items\":100") + "\n");
            for (int i = 18; i < 30; i++) {
                assertEquals(item("1", "count", "" + i), socket.line());
            }
            assertEquals(end("1", "count", ""), socket.line());
        }
    }

    @Test
    void holdsTheWriterBackWhileAStrangerDoesNotRead() throws Exception {
        try (RawSocket socket = connect()) {
            socket.send(request("1", "endless", "[]"));
            long last = -1;
            for (int quiet = 0; quiet < 20; quiet++) {
                TimeUnit.MILLISECONDS.sleep(10);
                quiet = last == service.written.get() ? quiet : 0;
                last = service.written.get();
            }
            // what the sockets of this machine hold, and not more
            assertTrue(last < 20_000_000 / item("1", "endless", "0").length(), "written: " + last);
            for (long i = 0; i <= last + 1_000; i++) {
                assertEquals(item("1", "endless", "" + i), socket.line());
            }
        }
        assertEquals(
                StatusCode.CANCELLED, service.ends.poll(20, TimeUnit.SECONDS).code());
    }

    @Test
    void holdsAStrangerBackWhileTheHandlerDoesNotRead() throws Exception {
        try (RawSocket socket = connect()) {
            Thread sending = new Thread(() -> {
                try {
                    socket.send(request("1", "hold", "[]"));
                    String items = item("1", "hold", "1").repeat(1_000);
                    for (int i = 0; i < 300; i++) {
                        socket.send(items);
                    }
                    socket.send(end("1", "hold", ""));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            sending.start();
            assertEquals("hold", service.begun.poll(20, TimeUnit.SECONDS));
            sending.join(1_000);
            assertTrue(sending.isAlive(), "the server took everything without anybody reading it");
            service.release.countDown();
            assertEquals(message("1", "hold", "", "\"result\":300000"), socket.line());
            sending.join();
        }
    }

    @Test
    void cancels() throws Exception {
        try (RawSocket socket = connect()) {
            socket.send(request("1", "sum", "[]") + message("1", "sum", "cancel", ""));
            assertEquals(
                    error("1", "sum", "", "CANCELLED", "the caller has cancelled")
                            .replace("yes", "maybe"),
                    socket.line());
            socket.send(request("1", "echo", "[]") + message("1", "echo", "cancel", ""));
            assertEquals(
                    error("1", "echo", "end", "CANCELLED", "the caller has cancelled")
                            .replace("yes", "maybe"),
                    socket.line());
            assertPing(socket);
        }
    }

    @Test
    void endsAStreamAtItsDeadline() throws Exception {
        try (RawSocket socket = connect()) {
            socket.send(request("1", "sum", "[]").replace("},", ",\"timeout_ms\":50},"));
            assertEquals(
                    error("1", "sum", "", "DEADLINE_EXCEEDED", "the deadline passed while the stream was open"),
                    socket.line());
            assertEquals(
                    StatusCode.DEADLINE_EXCEEDED,
                    service.ends.poll(20, TimeUnit.SECONDS).code());
        }
    }

    @Test
    void tellsTheHandlerThatTheConnectionIsGone() throws Exception {
        try (RawSocket socket = connect()) {
            socket.send(request("1", "endless", "[]") + request("2", "sum", "[]"));
            assertEquals(item("1", "endless", "0"), socket.line());
        }
        RpcException one = service.ends.poll(20, TimeUnit.SECONDS);
        RpcException two = service.ends.poll(20, TimeUnit.SECONDS);
        assertTrue(one != null && two != null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum   | item | 'item':\"a\" | /body/item: expected int64, got another string",
                "sum   | item | ''           | /body: missing required member 'item'",
                "sum   | end  | 'error':{'code':'ABORTED','message':'I am ill'} | I am ill",
                "count | item | 'item':1     | testing.v1.Streams.count takes no items",
                "sum   | ''   | 'params':[]  | the stream's request_id was used again while it was open",
            })
    void failsOnlyTheStreamOfAMistake(String method, String kind, String body, String message) throws IOException {
        try (RawSocket socket = connect()) {
            String params = method.equals("count") ? "[1000000]" : "[]";
            socket.send(request("1", method, params));
            socket.send(message("1", method, kind, body.replace('\'', '"')));
            String line = socket.line();
            while (line.contains("\"kind\":\"item\"")) {
                line = socket.line();
            }
            assertTrue(line.contains("\"error\":{\"code\":"), line);
            assertTrue(line.contains("\"message\":\"" + message), line);
            assertPing(socket);
        }
    }

    @Test
    void failsTheStreamOfAnItemAfterItsEndOrOverALimit() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(request("1", "hold", "[]") + end("1", "hold", "") + item("1", "hold", "1"));
            assertEquals(
                    error("1", "hold", "", "INVALID_ARGUMENT", "testing.v1.Streams.hold: an item after the end"),
                    socket.line());
            socket.send(request("2", "echo", "[]") + item("2", "echo", "\"" + "x".repeat(3_000) + "\""));
            assertEquals(
                    error("2", "echo", "end", "RESOURCE_EXHAUSTED", "message longer than 2000 bytes")
                            .replace("yes", "no"),
                    socket.line());
            assertPing(socket);
        }
    }

    @Test
    void passesOverWhatBelongsToNoStream() throws IOException {
        try (RawSocket socket = connect()) {
            for (String kind : new String[] {"item", "end", "credit", "cancel", "later"}) {
                socket.send(message("5", "sum", kind, "\"item\":1"));
            }
            assertPing(socket);
        }
    }

    @Test
    void opensNoStreamWithoutAnId() throws IOException {
        try (RawSocket socket = connect()) {
            String mistake =
                    "testing.v1.Streams.count opens a stream: its request needs a request_id, and is not oneway";
            assertEquals(
                    error("null", "count", "", "INVALID_ARGUMENT", mistake).replace("yes", "no"),
                    socket.send(request("null", "count", "[1]")).line());
            socket.send(message("1", "count", "oneway", "\"params\":[1]"));
            assertPing(socket);
        }
    }

    @Test
    void closesForAnItemThatIsNoJson() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(request("1", "sum", "[]") + item("1", "sum", "1,,"));
            assertTrue(socket.line().contains("broken JSON"));
            assertEquals("", socket.rest());
        }
    }

    private RawSocket connect() throws IOException {
        return new RawSocket(server.port());
    }

    private static void assertPing(RawSocket socket) throws IOException {
        assertEquals(PONG, socket.send(request("9", "ping", "[7]") + "\n").line());
    }

    private static String request(String id, String method, String params) {
        return message(id, method, "", "\"params\":" + params);
    }

    private static String item(String id, String method, String item) {
        return message(id, method, "item", "\"item\":" + item);
    }

    private static String end(String id, String method, String body) {
        return message(id, method, "end", body);
    }

    private static String error(String id, String method, String kind, String code, String message) {
        String error = "\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\",\"processed\":\"yes\"}";
        return message(id, method, kind, error);
    }

    private static String message(String id, String method, String kind, String body) {
        return "{\"header\":{\"request_id\":" + id + ",\"service_name\":\"testing.v1.Streams\",\"method_name\":\""
                + method + "\"" + (kind.isEmpty() ? "" : ",\"kind\":\"" + kind + "\"") + "},\"body\":{" + body + "}}";
    }
}
