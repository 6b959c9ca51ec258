package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.observe.AttemptObserver;
import io.rpcidl.runtime.observe.CallListener;
import io.rpcidl.runtime.observe.CallObserver;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.service.health.Health;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.contract.Echo;
import io.rpcidl.runtime.testing.contract.EchoAsync;
import io.rpcidl.transport.Connection;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Receiver;
import io.rpcidl.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a balancer is asked, and what becomes of its answer. */
@Timeout(60)
class LoadBalancerTest {

    private final List<EchoService> services = new ArrayList<>();
    private final List<RpcServer> servers = new ArrayList<>();
    private final List<Integer> sizes = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        for (int i = 0; i < 3; i++) {
            EchoService service = new EchoService();
            services.add(service);
            servers.add(RpcServer.builder().add(service).inProcess().start());
        }
    }

    @AfterEach
    void stop() {
        services.forEach(service -> service.release.countDown());
        servers.forEach(RpcServer::close);
    }

    private RpcClient client(Supplier<LoadBalancer> balancer) {
        return builder(balancer).build();
    }

    private RpcClientBuilder builder(Supplier<LoadBalancer> balancer) {
        String target =
                servers.stream().map(each -> each.endpoint().toString()).collect(Collectors.joining(",", "rpc://", ""));
        return RpcClient.builder(target).inProcess().balancer(balancer);
    }

    private List<Integer> echoes() {
        return services.stream().map(service -> service.echoes.get()).toList();
    }

    @Test
    void byDefaultServersAreCalledInTurn() {
        try (RpcClient client = client(RoundRobin::new)) {
            call(client, 9);
        }
        assertEquals(List.of(3, 3, 3), echoes());
    }

    @Test
    void aServerThatIsGoneLeavesItsCallsToAllOthers() {
        servers.get(1).close();
        try (RpcClient client = client(RoundRobin::new)) {
            call(client, 20);
        }
        assertEquals(20, echoes().stream().mapToInt(Integer::intValue).sum());
        assertTrue(echoes().get(0) >= 6 && echoes().get(2) >= 6, () -> "calls: " + echoes());
    }

    private static void call(RpcClient client, int calls) {
        Echo echo = Echo.stub(client);
        for (int i = 0; i < calls; i++) {
            echo.echo("text");
        }
    }

    @Test
    void theOneThatIsChosenIsCalled() {
        try (RpcClient client = client(() -> (call, candidates) -> candidates.get(2))) {
            call(client, 3);
        }
        assertEquals(List.of(0, 0, 3), echoes());
    }

    @Test
    void oneThatCannotBeReachedIsNotOfferedAgain() {
        servers.get(0).close();
        LoadBalancer first = (call, candidates) -> {
            sizes.add(candidates.size());
            assertFalse(candidates.get(0).isDown());
            return candidates.get(0);
        };
        try (RpcClient client = client(() -> first)) {
            call(client, 2);
        }
        assertEquals(List.of(3, 2, 2), sizes);
        assertEquals(List.of(0, 2, 0), echoes());
    }

    @Test
    void candidatesTellWhatTheyHaveInFlight() throws InterruptedException {
        List<Map<Endpoint, Integer>> seen = new CopyOnWriteArrayList<>();
        LoadBalancer leastLoaded = (call, candidates) -> {
            seen.add(candidates.stream()
                    .collect(Collectors.toMap(each -> each.instance().endpoint(), Candidate::inFlight)));
            Candidate best = candidates.get(0);
            for (Candidate each : candidates) {
                best = each.inFlight() < best.inFlight() ? each : best;
            }
            return best;
        };
        List<CompletableFuture<String>> waiting = new ArrayList<>();
        try (RpcClient client = client(() -> leastLoaded)) {
            for (int i = 0; i < 3; i++) {
                waiting.add(EchoAsync.stub(client).wait_("call " + i));
            }
            for (EchoService service : services) {
                assertTrue(service.begun.take().startsWith("call"), "each has one");
            }
            services.forEach(service -> service.release.countDown());
            waiting.forEach(CompletableFuture::join);
            Echo.stub(client).echo("text");
            Map<Endpoint, Integer> last = seen.get(seen.size() - 1);
            assertEquals(List.of(0, 0, 0), List.copyOf(last.values()));
        }
    }

    @Test
    void aCallThatGetsItsConnectionIsInFlightAllTheWhile() {
        AtomicReference<Candidate> chosen = new AtomicReference<>();
        LoadBalancer first = (call, candidates) -> {
            chosen.set(candidates.get(0));
            return candidates.get(0);
        };
        List<Integer> whenSent = new CopyOnWriteArrayList<>();
        CallListener listener = new CallListener() {
            @Override
            public CallObserver clientCall(Call call) {
                return new CallObserver() {
                    @Override
                    public AttemptObserver attempt(String peer) {
                        return new AttemptObserver() {
                            @Override
                            public void sent(int bytes) {
                                whenSent.add(chosen.get().inFlight());
                            }
                        };
                    }
                };
            }
        };
        try (RpcClient client = builder(() -> first).listener(listener).build()) {
            Echo.stub(client).echo("text");
        }
        assertEquals(List.of(1), whenSent);
    }

    @Test
    void eachServiceHasABalancerOfItsOwn() {
        AtomicInteger made = new AtomicInteger();
        Supplier<LoadBalancer> counting = () -> {
            made.incrementAndGet();
            return new RoundRobin();
        };
        try (RpcClient client = client(counting)) {
            for (int i = 0; i < 3; i++) {
                Echo.stub(client).echo("text");
                Health.stub(client).check();
            }
        }
        assertEquals(2, made.get());
        assertEquals(List.of(1, 1, 1), echoes());
    }

    private static void assertFailThenWork(RpcClient client, int failures, StatusCode code) {
        Echo echo = Echo.stub(client);
        for (int i = 0; i < failures; i++) {
            RpcException failure = assertThrows(RpcException.class, () -> echo.echo("text"));
            assertEquals(code, failure.code());
        }
        assertEquals("text", echo.echo("text"));
    }

    @Test
    void aBalancerThatBreaksItsRulesFailsItsCallOnly() {
        AtomicInteger count = new AtomicInteger();
        LoadBalancer broken = (call, candidates) -> switch (count.getAndIncrement()) {
            case 0 -> throw new IllegalStateException("broken");
            case 1 -> null;
            default -> candidates.get(0);
        };
        try (RpcClient client = client(() -> broken)) {
            assertFailThenWork(client, 2, StatusCode.INTERNAL);
        }
    }

    @Test
    void aMakerOfBalancersThatBreaksItsRulesFailsItsCallOnly() {
        AtomicInteger count = new AtomicInteger();
        Supplier<LoadBalancer> broken = () -> switch (count.getAndIncrement()) {
            case 0 -> throw new IllegalStateException("broken");
            case 1 -> null;
            default -> new RoundRobin();
        };
        try (RpcClient client = client(broken)) {
            assertFailThenWork(client, 2, StatusCode.INTERNAL);
        }
    }

    @Test
    void aTransportThatBreaksItsRulesFailsItsCallOnly() {
        AtomicInteger count = new AtomicInteger();
        UnaryOperator<Transport> often = inner -> new Transport() {
            @Override
            public <R extends Receiver> CompletableFuture<R> connect(
                    Endpoint endpoint, Duration timeout, Function<Connection, R> receiver) {
                if (count.getAndIncrement() < 10) {
                    throw new IllegalStateException("broken");
                }
                return inner.connect(endpoint, timeout, receiver);
            }

            @Override
            public Listener listen(String host, int port, Function<Connection, Receiver> receiver) {
                throw new UnsupportedOperationException("clients only");
            }

            @Override
            public void close() {
                inner.close();
            }
        };
        try (RpcClient client = RpcClient.builder("rpc://" + servers.get(0).endpoint())
                .inProcess()
                .transport(often)
                .withoutRetries()
                .build()) {
            assertFailThenWork(client, 10, StatusCode.UNAVAILABLE);
        }
    }

    @Test
    void aRegistryThatIsGivenIsNotClosed() {
        AtomicInteger closed = new AtomicInteger();
        AtomicInteger watches = new AtomicInteger();
        Instance instance = Instance.of(servers.get(0).endpoint(), List.of("testing.v1.Echo"));
        Registry registry = new Registry() {
            @Override
            public Registration register(Instance server) {
                throw new UnsupportedOperationException("clients only");
            }

            @Override
            public Watch watch(String service, Listener listener) {
                watches.incrementAndGet();
                listener.instances(List.of(instance));
                return watches::decrementAndGet;
            }

            @Override
            public Watch watchAll(Listener listener) {
                throw new UnsupportedOperationException("one service only");
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        try (RpcClient client = RpcClient.builder(registry).inProcess().build()) {
            assertEquals("text", Echo.stub(client).echo("text"));
            assertEquals(1, watches.get());
        }
        assertEquals(0, watches.get());
        assertEquals(0, closed.get());
    }

    @Test
    void transportsAreDecoratedFromTheInsideOut() throws IOException {
        List<String> order = new ArrayList<>();
        try (RpcServer server = RpcServer.builder()
                        .add(new EchoService())
                        .inProcess()
                        .transport(inner -> {
                            order.add("server");
                            return inner;
                        })
                        .start();
                RpcClient client = RpcClient.builder("rpc://" + server.endpoint())
                        .inProcess()
                        .transport(inner -> {
                            order.add("inner");
                            return inner;
                        })
                        .transport(inner -> {
                            order.add("outer");
                            return inner;
                        })
                        .build()) {
            assertEquals("text", Echo.stub(client).echo("text"));
        }
        assertEquals(List.of("server", "inner", "outer"), order);
        IllegalStateException broken = new IllegalStateException("broken");
        assertThrows(
                IllegalStateException.class,
                () -> RpcClient.builder("rpc://127.0.0.1:1")
                        .transport(inner -> {
                            throw broken;
                        })
                        .build());
        assertThrows(
                IllegalStateException.class,
                () -> RpcServer.builder()
                        .add(new EchoService())
                        .transport(inner -> {
                            throw broken;
                        })
                        .start());
    }
}
