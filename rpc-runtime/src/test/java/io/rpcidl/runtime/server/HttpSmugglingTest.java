package io.rpcidl.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.RawSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests of which two readers could think that they end in different places (RFC 9112, section 11.2): what a proxy might
 * take for a body is never carried out as a request.
 */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpSmugglingTest {

    private static final String POST = "POST /testing.v1.Echo/add HTTP/1.1\r\nhost: x\r\n";
    private static final String SMUGGLED =
            "POST /testing.v1.Echo/echo HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n\r\n[\"a\"]";

    private final EchoService service = new EchoService();
    private RpcServer server;

    @BeforeAll
    void start() throws IOException {
        server = RpcServer.builder().add(service).start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-length: 0|transfer-encoding: chunked||3|[1]|0||",
                "transfer-encoding: chunked|content-length: 3||0||",
                "content-length: 3|content-length: 0||[1]",
                "content-length: 3, 0||[1]",
                "content-length: +3||[1]",
                "content-length: 0x3||[1]",
                "content-length: 3 0||[1]",
                "content-length: ||[1]",
                "content-length: 18446744073709551619||[1]",
                "transfer-encoding : chunked||3|[1]|0||",
                " transfer-encoding: chunked||3|[1]|0||",
                "x: y| transfer-encoding: chunked||3|[1]|0||",
                "transfer-encoding: xchunked||3|[1]|0||",
                "transfer-encoding: chunked, identity||3|[1]|0||",
                "transfer-encoding: identity||3|[1]|0||",
                "transfer-encoding: chunked|transfer-encoding: identity||3|[1]|0||",
                "transfer-encoding: chunked||-3|[1]|0||",
                "transfer-encoding: chunked||0x3|[1]|0||",
                "transfer-encoding: chunked||100000003|[1]|0||",
                "transfer-encoding: chunked||3|[1]xx0||",
                "x: \u0000|content-length: 3||[1]",
            })
    void neverCarryOutWhatMayBeABody(String lines) throws IOException {
        int echoes = service.echoes.get();
        try (RawSocket socket = new RawSocket(server.port())) {
            byte[] request = (POST + lines.replace("|", "\r\n") + SMUGGLED).getBytes(StandardCharsets.ISO_8859_1);
            String answer = rest(socket.send(request).endOutput());
            assertTrue(answer.isEmpty() || answer.matches("(?s)HTTP/1.1 [45].*"), answer);
        }
        assertEquals(echoes, service.echoes.get());
    }

    @Test
    void takeARequestThatIsCutAnywhere() throws IOException {
        String chunked = POST + "transfer-encoding: chunked\r\n\r\n2\r\n[1\r\n3\r\n,2]\r\n0\r\nx: y\r\n\r\n";
        String plain = POST + "content-length: 5\r\nconnection: close\r\n\r\n[1,2]";
        try (RawSocket socket = new RawSocket(server.port())) {
            for (byte each : (chunked + plain).getBytes(StandardCharsets.ISO_8859_1)) {
                socket.send(each);
            }
            String answer = socket.rest();
            assertEquals(2, answer.split("HTTP/1.1 200 OK", -1).length - 1, answer);
            assertEquals(2, answer.split("\r\n\r\n3\n", -1).length - 1, answer);
        }
    }

    /** Reads until the server closes; what it has not read may have it reset the connection. */
    private static String rest(RawSocket socket) throws IOException {
        try {
            return socket.rest();
        } catch (IOException e) {
            assertTrue(String.valueOf(e.getMessage()).contains("reset"), e.toString());
            return "";
        }
    }
}
