package io.rpcidl.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.testing.RawSocket;
import io.rpcidl.runtime.testing.StreamService;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams as bytes on a socket, beside the cases of {@code docs/conformance}: what handlers notice, and how much is held. */
@Timeout(60)
class RawStreamsTest {

    private final StreamService service = new StreamService(false);
    private RpcServer server;

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.builder().add(service).start();
    }

    @AfterEach
    void stop() {
        service.close();
        server.close();
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

    private RawSocket connect() throws IOException {
        return new RawSocket(server.port());
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
