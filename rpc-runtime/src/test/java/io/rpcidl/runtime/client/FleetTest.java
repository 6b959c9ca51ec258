package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registries;
import io.rpcidl.registry.Registry;
import io.rpcidl.resilience.OutlierPolicy;
import io.rpcidl.runtime.Filter;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.server.RpcServerBuilder;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.contract.Echo;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers of an {@code inproc:} target: which of them are called, for what they say and for what calls tell of them. */
@Timeout(60)
class FleetTest {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private final String target = "inproc:fleet-" + NAMES.incrementAndGet();
    private final AtomicIntegerArray calls = new AtomicIntegerArray(3);
    private final List<RpcServer> servers = new ArrayList<>();

    private RpcServer start(int number, Filter... filters) throws IOException {
        RpcServerBuilder builder = RpcServer.builder()
                .add(new EchoService())
                .announce("number", Integer.toString(number))
                .filter((call, next) -> {
                    calls.incrementAndGet(number);
                    return next.invoke(call);
                })
                .registry(target);
        List.of(filters).forEach(builder::filter);
        RpcServer server = builder.start();
        servers.add(server);
        return server;
    }

    @AfterEach
    void stop() {
        servers.forEach(RpcServer::close);
    }

    private static void call(RpcClient client, int times) {
        for (int i = 0; i < times; i++) {
            Echo.stub(client).echo("text");
        }
    }

    @Test
    void allServersOfATargetWithinThisJvmAreCalled() throws IOException {
        start(0);
        start(1);
        try (RpcClient client = RpcClient.connect(target)) {
            call(client, 200);
        }
        assertTrue(calls.get(0) > 50 && calls.get(1) > 50, calls.toString());
    }

    @Test
    void aServerSaysMoreOfItselfThanItsAddress() throws IOException {
        start(2);
        List<Instance> seen = new ArrayList<>();
        try (Registry registry = Registries.open(target)) {
            registry.watchAll(new Registry.Listener() {
                @Override
                public void instances(List<Instance> instances) {
                    seen.addAll(instances);
                }

                @Override
                public void unreachable(String reason) {}
            });
        }
        assertEquals("2", seen.get(0).metadata().get("number"));
        assertEquals(List.of("testing.v1.Echo"), seen.get(0).services());
    }

    @Test
    void aServerOfWeightZeroIsDrainedAsLongAsThereAreOthers() throws IOException {
        RpcServer one = start(0);
        RpcServer other = start(1);
        try (RpcClient client = RpcClient.connect(target)) {
            one.weight(0);
            call(client, 100);
            assertEquals(0, calls.get(0));
            other.weight(0);
            call(client, 100);
            assertTrue(calls.get(0) > 20, calls.toString());
        }
    }

    @Test
    void aServerThatFailsWhatOthersDoIsLeftOut() throws IOException {
        Status ill = Status.processed(StatusCode.INTERNAL, "no disk");
        start(0, (call, next) -> CompletableFuture.completedFuture(new Reply.Failure(ill)));
        start(1);
        start(2);
        OutlierPolicy soon = new OutlierPolicy(
                Duration.ofMillis(1),
                Duration.ofMinutes(10),
                Duration.ofMinutes(10),
                50,
                null,
                new OutlierPolicy.FailurePercentage(85, 2, 5));
        try (RpcClient client = RpcClient.builder(target).outliers(soon).build()) {
            Echo echo = Echo.stub(client);
            for (int i = 0; i < 300; i++) {
                try {
                    echo.echo("text");
                } catch (RpcException e) {
                    assertEquals(StatusCode.INTERNAL, e.code());
                }
            }
            int before = calls.get(0);
            assertTrue(before < 50, calls.toString());
            call(client, 200);
            assertEquals(before, calls.get(0));
        }
    }
}
