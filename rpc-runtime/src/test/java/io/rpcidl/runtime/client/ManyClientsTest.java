package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.contract.Echo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients of one JVM, which share the threads of their connections and of their deadlines, and nothing else. */
@Timeout(60)
class ManyClientsTest {

    private static final int CLIENTS = 40;

    private final List<RpcClient> clients = new ArrayList<>();
    private final Set<Thread> before = Thread.getAllStackTraces().keySet(); // some may be about to end
    private RpcServer server;

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.builder().add(new EchoService()).start();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(RpcClient.connect("rpc://" + server.endpoint()));
        }
    }

    @AfterEach
    void close() {
        clients.forEach(RpcClient::close);
        server.close();
    }

    @Test
    void haveAsManyThreadsAsOne() {
        for (RpcClient client : clients) {
            assertEquals("here", Echo.stub(client).echo("here"));
        }
        long loops = threadsSince("rpcidl-client-");
        assertTrue(loops <= 2L * Runtime.getRuntime().availableProcessors(), loops + " event loops");
        assertTrue(threadsSince("rpcidl-deadlines-") <= 1);
    }

    @Test
    void goOnWhenOneIsClosed() {
        RpcClient closed = clients.get(0);
        Echo first = Echo.stub(closed);
        Echo second = Echo.stub(clients.get(1));
        first.echo("before");
        second.echo("before");
        closed.close();
        RpcException failure = assertThrows(RpcException.class, () -> first.echo("after"));
        assertEquals(StatusCode.UNAVAILABLE, failure.code());
        assertEquals("after", second.echo("after"));
    }

    @Test
    void comeAgainWhenAllAreClosed() {
        clients.forEach(client -> Echo.stub(client).echo("before"));
        clients.forEach(RpcClient::close);
        try (RpcClient next = RpcClient.connect("rpc://" + server.endpoint())) {
            assertEquals("after", Echo.stub(next).echo("after"));
        }
    }

    private long threadsSince(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(name) && !before.contains(thread))
                .count();
    }
}
