package io.rpcidl.runtime.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.testing.EchoService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Clients that read slowly and have said that they will send no more. Netty would forget such a socket, which
 * its server has stopped reading from because of what waits to be written.
 */
@Timeout(60)
class HalfClosedTest {

    private static final int REQUESTS = 40;
    private static final int TRIES = 10;
    private static final String TEXT = "x".repeat(100_000);
    private static final String NAMES = "{\"header\":{\"request_id\":1,\"service_name\":\"testing.v1.Echo\","
            + "\"method_name\":\"echo\"},\"body\":{";

    @Test
    void areAnsweredWholly() throws Exception {
        byte[] request = (NAMES + "\"params\":[\"" + TEXT + "\"]}}").getBytes(StandardCharsets.US_ASCII);
        String answer = NAMES + "\"result\":\"" + TEXT + "\"}}";
        try (RpcServer server = RpcServer.builder().add(new EchoService()).start()) {
            for (int i = 0; i < TRIES; i++) {
                try (Socket socket = new Socket()) {
                    socket.setReceiveBufferSize(4_096);
                    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
                    CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(socket, request));
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                    assertEquals(REQUESTS, in.lines().filter(answer::equals).count());
                    sent.get();
                }
            }
        }
    }

    private static void send(Socket socket, byte[] request) {
        try {
            OutputStream out = socket.getOutputStream();
            for (int i = 0; i < REQUESTS; i++) {
                out.write(request);
            }
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
