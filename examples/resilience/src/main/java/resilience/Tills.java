package resilience;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registries;
import io.rpcidl.registry.Registry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Some servers of one registry, and what the registry says of them. */
final class Tills implements AutoCloseable {

    static final String SERVICE = "till.v1.Till";

    private final String target;
    private final Path folder;
    private final int permits;
    private final int millis;
    private final List<Program> servers = new ArrayList<>();
    private int started;

    Tills(String target, Path folder, int permits, int millis) {
        this.target = target;
        this.folder = folder;
        this.permits = permits;
        this.millis = millis;
    }

    /** Starts a server more, and waits until it is on the list. */
    Program start() throws IOException, InterruptedException {
        Program server = new Program(TillServer.class, target, ++started, folder, permits, millis);
        servers.add(server);
        awaitListed(list -> list.contains(server.address()));
        return server;
    }

    /** Ends a server in good order, and starts another in its place. */
    void restart(int index) throws IOException, InterruptedException {
        Program old = servers.remove(index);
        old.end();
        start();
    }

    Program server(int index) {
        return servers.get(index);
    }

    /** Waits until the registry's list, of addresses, is as it should be. */
    void awaitListed(Predicate<List<String>> wanted) throws InterruptedException {
        CountDownLatch seen = new CountDownLatch(1);
        try (Registry registry = Registries.open(target)) {
            registry.watch(SERVICE, new Registry.Listener() {
                @Override
                public void instances(List<Instance> instances) {
                    if (wanted.test(instances.stream()
                            .map(each -> each.endpoint().toString())
                            .toList())) {
                        seen.countDown();
                    }
                }

                @Override
                public void unreachable(String reason) {}
            });
            if (!seen.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the registry does not list what it should");
            }
        }
    }

    @Override
    public void close() {
        servers.forEach(Program::close);
    }
}
