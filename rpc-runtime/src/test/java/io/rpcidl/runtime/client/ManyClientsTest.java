package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.contract.Echo;
import io.rpcidl.runtime.testing.contract.EchoAsync;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients of one JVM, which share the threads of connections, deadlines and callbacks, and nothing else. */
@Timeout(60)
class ManyClientsTest {

    private static final int LOOPS = 2 * Runtime.getRuntime().availableProcessors();
    private static final int CLIENTS = LOOPS + 30;

    private final EchoService service = new EchoService();
    private final List<RpcClient> clients = new ArrayList<>();
    private final Set<Thread> before = Thread.getAllStackTraces().keySet(); // some may be about to end
    private RpcServer server;

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.builder().add(service).start();
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
        assertTrue(loops <= LOOPS, loops + " event loops");
        assertTrue(threadsSince("rpcidl-deadlines-") <= 1);
        clients.forEach(client -> assertSame(clients.get(0).callbackExecutor(), client.callbackExecutor()));
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
            assertEquals("later", EchoAsync.stub(next).echo("later").join());
        }
    }

    @Test
    void keepTheExecutorsThatTheyWereGiven() {
        Executor given = Runnable::run;
        try (RpcClient own = RpcClient.builder("rpc://" + server.endpoint())
                .callbackExecutor(given)
                .build()) {
            assertSame(given, own.callbackExecutor());
        }
    }

    /** What runs where a deadline has passed would hold up everybody's deadlines. */
    @Test
    void doNotLetOneBlockTheOthersDeadlines() throws Exception {
        try (RpcClient direct = RpcClient.builder("rpc://" + server.endpoint())
                .directCallbacks()
                .build()) {
            Echo other = Echo.stub(clients.get(0));
            CompletableFuture<String> late = EchoAsync.stub(direct)
                    .with(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(50)))
                    .wait_("longer")
                    .handle((answer, failure) -> other.echo("from within"));
            ExecutionException refused = assertThrows(ExecutionException.class, () -> late.get(20, TimeUnit.SECONDS));
            assertEquals(IllegalStateException.class, refused.getCause().getClass());
        } finally {
            service.release.countDown();
        }
    }

    private long threadsSince(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(name) && !before.contains(thread))
                .count();
    }
}
