package io.rpcidl.registry.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import io.rpcidl.registry.embedded.contract.InvalidInstanceException;
import io.rpcidl.registry.embedded.contract.Registrar;
import io.rpcidl.registry.embedded.contract.ServerInstance;
import io.rpcidl.registry.embedded.testing.Echo;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RoundRobin;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.transport.Endpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The embedded registry over real sockets: servers that come and go, clients that follow them. */
@Timeout(120)
class EmbeddedRegistryTest {

    private static final String SERVICE = "testing.v1.Echo";

    private final EchoService first = new EchoService();
    private final EchoService second = new EchoService();
    private RegistryServer registry;

    @BeforeEach
    void start() throws IOException {
        registry = RegistryServer.start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void takesTurnsBetweenTheServersOfAService() throws IOException {
        try (RpcServer one = serve(first);
                RpcServer two = serve(second);
                RpcClient client = RpcClient.builder(registry.target())
                        .balancer(RoundRobin::new)
                        .build()) {
            Echo echo = Echo.stub(client);
            awaitServers(2);
            for (int i = 0; i < 10; i++) {
                echo.echo("x");
            }
            assertEquals(5, first.echoes.get());
            assertEquals(5, second.echoes.get());
            assertTrue(one.port() != two.port());
        }
    }

    @Test
    void failsNoCallWhenAServerIsClosed() throws IOException {
        try (RpcServer one = serve(first);
                RpcServer two = serve(second);
                RpcClient client = RpcClient.connect(registry.target())) {
            Echo echo = Echo.stub(client);
            awaitServers(2);
            for (int i = 0; i < 200; i++) {
                assertEquals("x", echo.echo("x"));
                if (i == 100) {
                    close(one);
                }
            }
            int before = first.echoes.get();
            awaitServers(1);
            echo.echo("x");
            assertEquals(before, first.echoes.get());
            assertTrue(two.port() > 0);
        }
    }

    @Test
    void saysThatNobodyProvidesAService() {
        try (RpcClient client = RpcClient.connect(registry.target())) {
            RpcException thrown =
                    assertThrows(RpcException.class, () -> Echo.stub(client).echo("x"));
            assertEquals("UNAVAILABLE: no server provides " + SERVICE, thrown.getMessage());
        }
    }

    @Test
    void saysThatTheRegistryIsDown() {
        registry.close();
        try (RpcClient client = RpcClient.connect(registry.target())) {
            RpcException thrown =
                    assertThrows(RpcException.class, () -> Echo.stub(client).echo("x"));
            String message = thrown.getMessage();
            assertTrue(message.startsWith("UNAVAILABLE: no server of testing.v1.Echo is known: registry "), message);
            assertTrue(message.contains(registry.target()) && message.contains("connection refused"), message);
        }
    }

    @Test
    void recoversByItselfWhenTheRegistryAndAServerComeUp() throws Exception {
        String target = registry.target();
        int port = registry.port();
        registry.close();
        try (RpcClient client = RpcClient.connect(target)) {
            Echo echo = Echo.stub(client);
            assertThrows(RpcException.class, () -> echo.echo("too early"));
            registry = RegistryServer.start("127.0.0.1", port);
            try (RpcServer server = serve(first)) {
                awaitServers(1);
                String answer = null;
                while (answer == null) { // until the client has asked again
                    try {
                        answer = echo.echo("x");
                    } catch (RpcException e) {
                        assertEquals(StatusCode.UNAVAILABLE, e.code());
                    }
                }
                assertEquals("x", answer);
                assertTrue(server.port() > 0);
            }
        }
    }

    @Test
    void goesOnWithoutTheRegistryAndFillsItAgainWhenItIsBack() throws Exception {
        int port = registry.port();
        try (Registry announcing = new EmbeddedRegistry(new Endpoint("127.0.0.1", port), Duration.ofMillis(900));
                RpcServer server =
                        RpcServer.builder().add(first).registry(announcing).start();
                RpcClient client = RpcClient.connect(registry.target())) {
            Echo echo = Echo.stub(client);
            awaitServers(1);
            assertEquals("x", echo.echo("x"));
            registry.close();
            assertEquals("x", echo.echo("x"));
            registry = RegistryServer.start("127.0.0.1", port);
            assertEquals("x", echo.echo("x"));
            awaitServers(1);
            assertEquals("x", echo.echo("x"));
            assertTrue(server.port() > 0);
        }
    }

    @Test
    void refusesWhatCannotBeAServer() {
        try (RpcClient client = RpcClient.connect("rpc://127.0.0.1:" + registry.port())) {
            Registrar registrar = Registrar.stub(client);
            ServerInstance right = Conversions.toContract(Instance.of(new Endpoint("h", 1), List.of("s")));
            for (ServerInstance wrong : List.of(
                    right.toBuilder().port(70_000).build(),
                    right.toBuilder().host("h\nx").build(),
                    right.toBuilder().host("").build(),
                    right.toBuilder().id("").build())) {
                assertThrows(InvalidInstanceException.class, () -> registrar.register(wrong, Duration.ofSeconds(1)));
            }
            assertThrows(InvalidInstanceException.class, () -> registrar.register(right, Duration.ZERO));
            assertThrows(InvalidInstanceException.class, () -> registrar.register(right, Duration.ofDays(1)));
        }
    }

    private static void close(RpcServer server) {
        server.close();
    }

    private RpcServer serve(EchoService service) throws IOException {
        return RpcServer.builder().add(service).registry(registry.target()).start();
    }

    /** Waits until the registry lists so many servers. */
    private void awaitServers(int count) {
        BlockingQueue<List<Instance>> lists = new LinkedBlockingQueue<>();
        try (Registry watching = new EmbeddedRegistry(new Endpoint("127.0.0.1", registry.port()));
                Registry.Watch watch = watching.watch(SERVICE, new Registry.Listener() {
                    @Override
                    public void instances(List<Instance> instances) {
                        lists.add(instances);
                    }

                    @Override
                    public void unreachable(String reason) {}
                })) {
            List<Instance> list = lists.poll(30, TimeUnit.SECONDS);
            while (list != null && list.size() != count) {
                list = lists.poll(30, TimeUnit.SECONDS);
            }
            assertEquals(count, list == null ? -1 : list.size());
            assertTrue(watch != null);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
