package io.rpcidl.registry.tck;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import io.rpcidl.transport.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** What a test works with: a backend, registries that are closed when it ends, servers, and what is seen. */
final class Bench {

    static final String SHOP = "shop.v1.Shop";
    static final String DEPOT = "depot.v1.Depot";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(2); // a busy machine needs some of it
    private static final Duration SOME_SECONDS = Duration.ofSeconds(10);

    private final Backend backend;
    private final List<Registry> registries = Collections.synchronizedList(new ArrayList<>());
    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger ports = new AtomicInteger(4000);

    Bench(Backend backend) {
        this.backend = backend;
    }

    Backend backend() {
        return backend;
    }

    Registry open() throws Exception {
        Registry registry = backend.open();
        registries.add(registry);
        return registry;
    }

    /** Returns a server of the shop; no two of them listen at the same place. */
    Instance server(String id) {
        return server(id, List.of(SHOP));
    }

    Instance server(String id, List<String> services) {
        Endpoint endpoint = new Endpoint("127.0.0.1", ports.getAndIncrement());
        return new Instance(id, endpoint, services, Map.of(Instance.WIRE, "1", "zone", "north"));
    }

    Seen watch(Registry registry) {
        return watch(registry, SHOP);
    }

    Seen watch(Registry registry, String service) {
        Seen listener = listener();
        listener.follows(registry.watch(service, listener));
        return listener;
    }

    Seen watchAll(Registry registry) {
        Seen listener = listener();
        listener.follows(registry.watchAll(listener));
        return listener;
    }

    /** Returns what is seen from now on by whoever is told. */
    Seen listener() {
        Seen listener = new Seen(PATIENCE.plus(backend.lease()));
        seen.add(listener);
        return listener;
    }

    /** Ends a registry as if its process had crashed. */
    void kill(Registry registry) throws Exception {
        backend.kill(registry);
        registries.remove(registry);
    }

    static <T> T atOnce(String what, ThrowingSupplier<T> action) throws Exception {
        return within(AT_ONCE, what, action);
    }

    static void withinSeconds(String what, AutoCloseable action) throws Exception {
        within(SOME_SECONDS, what, () -> {
            action.close();
            return what;
        });
    }

    private static <T> T within(Duration limit, String what, ThrowingSupplier<T> action) throws Exception {
        long before = System.nanoTime();
        try {
            return action.get();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        } finally {
            long millis = (System.nanoTime() - before) / 1_000_000;
            assertTrue(millis <= limit.toMillis(), what + " took " + millis + " ms");
        }
    }

    void clear() throws Exception {
        try (backend) {
            for (Registry registry : List.copyOf(registries)) {
                registry.close();
            }
        }
        seen.forEach(Seen::assertToldOneAtATime);
    }
}
