package io.rpcidl.runtime.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.StreamService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that ask and never read the answers. */
@Timeout(120)
class DeafClientsTest {

    private static final int COUNT = 10;
    private static final int TEXT_BYTES = 50_000;
    private static final int MANY = 4_000; // 200 MB from each, if it were taken
    private static final int IN_SOCKETS = 16 << 20; // what the system keeps for a connection, both ways, at most
    private static final int IN_HEAP = 4 << 20;

    private static final byte[] ECHO = ("{\"header\":{\"request_id\":1,\"service_name\":\"testing.v1.Echo\","
                    + "\"method_name\":\"echo\"},\"body\":{\"params\":[\"" + "x".repeat(TEXT_BYTES) + "\"]}}")
            .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENDLESS = ("{\"header\":{\"request_id\":2,\"service_name\":\"testing.v1.Streams\","
                    + "\"method_name\":\"endless\"},\"body\":{\"params\":[]}}")
            .getBytes(StandardCharsets.US_ASCII);

    private final EchoService service = new EchoService();
    private final StreamService streams = new StreamService(false);
    private final List<SocketChannel> deaf = new ArrayList<>();
    private RpcServer server;

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.builder().add(service).add(streams).start();
    }

    @AfterEach
    void stop() throws IOException {
        for (SocketChannel each : deaf) {
            each.close();
        }
        streams.close();
        server.close();
    }

    @Test
    void areNotReadFromUntilTheyReadAndKeepNobodyWaiting() throws IOException {
        try (HealthyClient healthy = new HealthyClient(server)) {
            healthy.call(500);
            int own = service.echoes.get();
            long before = HealthyClient.heap();
            long sent = 0;
            for (int i = 0; i < COUNT; i++) {
                deaf.add(connect());
            }
            long[] bytes = new long[COUNT];
            long more = 1;
            for (int quiet = 0; quiet < 20; quiet = more == 0 ? quiet + 1 : 0) { // nobody takes any more
                more = 0;
                for (int i = 0; i < COUNT; i++) {
                    more += send(i, bytes);
                }
                sent += more;
                healthy.call(10);
                own += 10;
            }
            assertTrue(sent < (long) COUNT * IN_SOCKETS, sent + " bytes were taken of those who do not read");
            assertTrue(sent < (long) COUNT * MANY * ECHO.length, "all of it");
            long grown = HealthyClient.heap() - before;
            assertTrue(grown < (long) COUNT * IN_HEAP, grown + " bytes of heap for " + COUNT + " connections");
            healthy.wasServedSoon();
            for (int i = 0; i < COUNT; i++) {
                assertEquals(bytes[i] / ECHO.length, answers(deaf.get(i)), "all answers are there for who reads");
            }
            assertEquals(sent / ECHO.length, service.echoes.get() - own, COUNT);
        }
    }

    @Test
    void holdAStreamWithoutAnEndBack() throws IOException {
        try (HealthyClient healthy = new HealthyClient(server)) {
            SocketChannel channel = connect();
            deaf.add(channel);
            channel.write(ByteBuffer.wrap(ENDLESS));
            long written = -1;
            for (int quiet = 0; quiet < 20; quiet = streams.written.get() == written ? quiet + 1 : 0) {
                written = streams.written.get();
                healthy.call(100);
            }
            assertTrue(written > 0);
            assertTrue(written * 100 < IN_SOCKETS, written + " items were written for one who does not read");
            healthy.wasServedSoon();
        }
    }

    private SocketChannel connect() throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 4_096);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, 64 * 1024);
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        channel.configureBlocking(false);
        return channel;
    }

    /** Sends what is taken at once, of one request or the next. */
    private long send(int client, long[] bytes) throws IOException {
        long most = (long) MANY * ECHO.length;
        long before = bytes[client];
        int taken = 1;
        while (taken > 0 && bytes[client] < most) {
            int from = (int) (bytes[client] % ECHO.length);
            taken = deaf.get(client).write(ByteBuffer.wrap(ECHO, from, ECHO.length - from));
            bytes[client] += taken;
        }
        return bytes[client] - before;
    }

    /** Reads after all, and returns how many lines there were. */
    private static long answers(SocketChannel channel) throws IOException {
        channel.configureBlocking(true);
        channel.shutdownOutput();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> line.contains("\"result\"")).count();
        }
    }
}
