package io.rpcidl.transport.netty;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rpcidl.transport.Connection;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Receiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A connection that nobody takes ends with its transport, also where the event loops go on for others. */
@Timeout(60)
class ClosedWhileConnectingTest {

    private final List<Socket> waiting = new ArrayList<>();
    private final NettyTransport other = NettyTransport.client(false, null); // has the event loops go on

    @Test
    void endsWithItsTransport() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fill(full);
            NettyTransport transport = NettyTransport.client(false, null);
            CountDownLatch begun = new CountDownLatch(1);
            Endpoint endpoint = new Endpoint("127.0.0.1", full.getLocalPort());
            CompletableFuture<Receiver> connecting = transport.connect(endpoint, Duration.ofMinutes(5), connection -> {
                begun.countDown();
                return new Unconnected(connection);
            });
            begun.await();
            transport.close();
            ExecutionException failure =
                    assertThrows(ExecutionException.class, () -> connecting.get(10, TimeUnit.SECONDS));
            assertInstanceOf(IOException.class, failure.getCause());
        }
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : waiting) {
            socket.close();
        }
        other.close();
    }

    /** Connects until the server's queue has no room for another. */
    private void fill(ServerSocket full) throws IOException {
        while (true) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(full.getLocalSocketAddress(), 200);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
    }

    private record Unconnected(Connection connection) implements Receiver {

        @Override
        public void received(byte[] bytes, int from, int to) {
            throw new AssertionError("it was never connected");
        }

        @Override
        public void inputClosed() {}

        @Override
        public void closed(String reason) {}
    }
}
