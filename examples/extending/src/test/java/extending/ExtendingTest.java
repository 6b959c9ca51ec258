package extending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import depot.v1.Depot;
import depot.v1.DepotAsync;
import depot.v1.Item;
import io.rpcidl.codegen.Generators;
import io.rpcidl.junit.RpcExtension;
import io.rpcidl.registry.Registry;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.client.RpcClientBuilder;
import io.rpcidl.runtime.server.RpcServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Each extension does what it is for. */
@Timeout(60)
class ExtendingTest {

    @Nested
    class OfFilters {

        private final List<String> slow = new CopyOnWriteArrayList<>();
        private final SlowCalls slowCalls = new SlowCalls(Duration.ZERO, (method, took) -> slow.add(method));

        @RegisterExtension
        final RpcExtension rpc = RpcExtension.serving(new DepotService())
                .server(server -> server.filter(slowCalls))
                .client(client -> client.filter(slowCalls));

        @Test
        void slowCallsAreTold(Depot depot) {
            depot.get("A-1");
            assertEquals(List.of("depot.v1.Depot.get", "depot.v1.Depot.get"), slow);
        }
    }

    @Nested
    class OfBalancers {

        private final DepotService busy = new DepotService();
        private final DepotService idle = new DepotService();

        @RegisterExtension
        final RpcExtension rpc =
                RpcExtension.serving(busy).andServing(idle).client(client -> client.balancer(LessLoadedOfTwo::new));

        @Test
        void theLessLoadedServerIsCalled(Depot depot, DepotAsync async) throws InterruptedException {
            CompletableFuture<Integer> first = async.take("A-1");
            CompletableFuture<Integer> second = async.take("A-2");
            busy.begun.take();
            idle.begun.take();
            idle.release.countDown();
            CompletableFuture.anyOf(first, second).join();
            for (int i = 0; i < 20; i++) {
                depot.get("B-" + i);
            }
            assertEquals(0, busy.begun.size());
            busy.release.countDown();
            CompletableFuture.allOf(first, second).join();
        }
    }

    @Test
    void serversAreFoundInAFolder(@TempDir Path folder) throws Exception {
        String uri = "folder://" + folder.resolve("servers");
        try (RpcClient client =
                RpcClient.builder(uri).defaultTimeout(Duration.ofSeconds(30)).build()) {
            try (RpcServer server =
                    RpcServer.builder().add(new DepotService()).registry(uri).start()) {
                assertEquals("A-1", eventually(Depot.stub(client)).id());
                assertTrue(server.port() > 0);
            }
            try (var files = Files.list(folder.resolve("servers"))) {
                assertEquals(0, files.count());
            }
        }
        try (Registry registry = new FolderRegistry(folder.resolve("servers"));
                RpcServer server = RpcServer.builder()
                        .add(new DepotService())
                        .registry(registry)
                        .start();
                RpcClient client = RpcClient.builder(registry).build()) {
            assertEquals("A-1", eventually(Depot.stub(client)).id());
            assertTrue(server.port() > 0);
        }
    }

    /** A registry that is looked at now and then does not know a server at once. */
    private static Item eventually(Depot depot) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try {
                return depot.get("A-1");
            } catch (RpcException e) {
                if (e.code() != StatusCode.UNAVAILABLE || System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    @Nested
    class OfExecutors {

        private final ExecutorService threads = FewThreads.of(1, 1);
        private final DepotService depot = new DepotService();

        @RegisterExtension
        final RpcExtension rpc = RpcExtension.serving(depot)
                .server(server -> server.executor(threads))
                .client(RpcClientBuilder::withoutRetries); // else it waits until there is room

        @Test
        void whatIsOverThreadsAndQueueIsRefused(DepotAsync async) throws InterruptedException {
            async.get("A-0").join(); // from now on all calls share one connection, and come in order
            depot.begun.take();
            CompletableFuture<Integer> runs = async.take("A-1");
            depot.begun.take();
            CompletableFuture<Integer> waits = async.take("A-2");
            RpcException refused = RpcException.of(
                    assertThrows(Exception.class, () -> async.take("A-3").join()));
            assertEquals(StatusCode.RESOURCE_EXHAUSTED, refused.code());
            depot.release.countDown();
            CompletableFuture.allOf(runs, waits).join();
            threads.shutdown();
        }
    }

    @Nested
    class OfTransports {

        private final LongAdder sent = new LongAdder();
        private final LongAdder received = new LongAdder();
        private final LongAdder sentBack = new LongAdder();
        private final LongAdder cameIn = new LongAdder();

        @RegisterExtension
        final RpcExtension rpc = RpcExtension.serving(new DepotService())
                .server(server -> server.transport(inner -> new CountedTransport(inner, sentBack, cameIn)))
                .client(client -> client.transport(inner -> new CountedTransport(inner, sent, received)));

        @Test
        void bytesAreCountedOnBothSides(Depot depot) {
            depot.get("A-1");
            try (RpcStream<Item> items = depot.watch("A-1")) {
                assertEquals("A-1", items.next().id());
            }
            assertTrue(sent.sum() > 100, () -> "sent " + sent);
            assertTrue(received.sum() > 100, () -> "received " + received);
            assertTrue(cameIn.sum() > 100 && sentBack.sum() > 100, () -> "server " + cameIn + ", " + sentBack);
        }
    }

    @Test
    void aGeneratorIsFoundByItsTarget() {
        assertInstanceOf(Outline.class, Generators.open("outline", Map.of()));
        assertThrows(IllegalArgumentException.class, () -> Generators.open("outline", Map.of("depth", "2")));
    }
}
