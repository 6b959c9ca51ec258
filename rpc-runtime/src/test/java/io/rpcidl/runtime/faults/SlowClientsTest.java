package io.rpcidl.runtime.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.testing.EchoService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that send a byte now and then, so that nothing of theirs ever ends: a thousand at a time. */
@Timeout(120)
class SlowClientsTest {

    private static final int COUNT = 1_000;
    private static final int BYTES_EACH = 20_000; // of both ends, which are in this JVM
    private static final String JSON = "{\"header\":{\"x\":\"";
    private static final String HTTP = "POST /testing.v1.Echo/echo HTTP/1.1\r\nhost: x\r\nx: ";

    private final List<SocketChannel> slow = new ArrayList<>();

    @Test
    void keepNobodyWaitingAndAreSentAway() throws IOException {
        Duration patience = Duration.ofSeconds(3);
        try (RpcServer server = RpcServer.builder()
                        .add(new EchoService())
                        .documentTimeout(patience)
                        .start();
                HealthyClient healthy = new HealthyClient(server)) {
            healthy.call(500); // and whatever is loaded on first use now is
            long before = HealthyClient.heap();
            for (int i = 0; i < COUNT; i++) {
                slow.add(SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port())));
            }
            long end = System.nanoTime() + patience.toNanos() / 2;
            int sent = 0;
            while (sent < JSON.length() || System.nanoTime() < end) {
                sendOneByteEach(sent++);
                healthy.call(10);
            }
            long grown = HealthyClient.heap() - before;
            assertTrue(grown < (long) COUNT * BYTES_EACH, grown + " bytes for " + COUNT + " connections");
            healthy.wasServedSoon();
            for (int i = 0; i < COUNT; i++) {
                String answer = rest(slow.get(i));
                assertEquals(isJson(i), answer.contains("\"code\":\"DEADLINE_EXCEEDED\""), answer);
            }
            healthy.call(10);
        } finally {
            for (SocketChannel each : slow) {
                each.close();
            }
        }
    }

    private static boolean isJson(int client) {
        return client % 2 == 0;
    }

    private void sendOneByteEach(int index) throws IOException {
        for (int i = 0; i < COUNT; i++) {
            String text = isJson(i) ? JSON : HTTP;
            String next = index < text.length() ? text.substring(index, index + 1) : "y";
            slow.get(i).write(ByteBuffer.wrap(next.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    /** Reads until the server closes. */
    private static String rest(SocketChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4_096);
        while (channel.read(bytes) >= 0) {
            assertTrue(bytes.hasRemaining());
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
}
