package io.rpcidl.runtime.server;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registries;
import io.rpcidl.registry.Registry;
import io.rpcidl.resilience.ConcurrencyLimit;
import io.rpcidl.resilience.ConcurrencyPolicy;
import io.rpcidl.runtime.Invoker;
import io.rpcidl.runtime.observe.Listeners;
import io.rpcidl.runtime.service.DescribeService;
import io.rpcidl.runtime.service.HealthService;
import io.rpcidl.runtime.service.LiveService;
import io.rpcidl.runtime.service.ServerHealth;
import io.rpcidl.runtime.service.live.ServerState;
import io.rpcidl.runtime.stub.ServiceDefinition;
import io.rpcidl.runtime.wire.MessageWriter;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.MemoryBudget;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.netty.HttpLimits;
import io.rpcidl.transport.netty.NettyTransport;
import io.rpcidl.transport.thread.Workers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A running server. Made by {@link #builder()}; {@link #close()} lets calls in flight finish.
 *
 * <pre>{@code
 * try (RpcServer server = RpcServer.builder().add(new CatalogService()).port(4000).start()) {
 *     server.awaitClosed();
 * }
 * }</pre>
 */
public final class RpcServer implements AutoCloseable {

    private final HealthService health;
    private final MemoryBudget memory;
    private final Transport transport;
    private final @Nullable ExecutorService ownWorkers;
    private final Duration drainTimeout;
    private final OpenConnections connections = new OpenConnections();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Transport.Listener listener;
    private final Endpoint endpoint;
    private final @Nullable Registry ownRegistry;
    private final Registry.@Nullable Registration registration;
    private Instance instance; // as it was announced last; guarded by this
    private final AtomicBoolean closing = new AtomicBoolean();

    private RpcServer(RpcServerBuilder options, @Nullable Registry ownRegistry) throws IOException {
        this.ownRegistry = ownRegistry;
        List<String> names =
                options.services.stream().map(ServiceDefinition::name).toList();
        List<String> known = new ArrayList<>(names);
        if (options.live) {
            known.add(LiveService.NAME);
        }
        if (options.describe) {
            known.add(DescribeService.NAME);
        }
        this.health = new HealthService(known, !options.warmingUp, options.streamSilence);
        Router router = new Router(served(options), new Replays(options.answers));
        this.memory = new MemoryBudget(options.memoryBudget);
        this.transport = transport(options, memory);
        this.ownWorkers = options.executor == null ? Workers.newExecutor("rpcidl-handler") : null;
        Executor workers = options.executor == null ? ownWorkers : options.executor;
        this.drainTimeout = options.drainTimeout;
        ServerSettings settings = assemble(options, router, workers, memory);
        try {
            this.listener = transport.listen(
                    options.host,
                    options.port,
                    connection -> connections.add(new ServerConnection(connection, settings, connections::remove)));
            String host = options.advertisedHost == null ? options.host : options.advertisedHost;
            this.endpoint = new Endpoint(host, listener.port());
            Registry registry = ownRegistry == null ? options.registry : ownRegistry;
            this.instance = options.announced(Instance.of(endpoint, names));
            this.registration = registry == null ? null : registry.register(instance);
        } catch (IOException | RuntimeException e) {
            closeOwn();
            throw e;
        }
    }

    /** Returns a builder: add services, then {@link RpcServerBuilder#start()}. */
    public static RpcServerBuilder builder() {
        return new RpcServerBuilder();
    }

    static RpcServer start(RpcServerBuilder options) throws IOException {
        Registry registry = options.registryUri == null ? null : Registries.open(options.registryUri);
        try {
            return new RpcServer(options, registry);
        } catch (IOException | RuntimeException e) {
            if (registry != null) {
                registry.close();
            }
            throw e;
        }
    }

    private static Transport transport(RpcServerBuilder options, MemoryBudget memory) {
        Transport transport = NettyTransport.server(
                "rpcidl-server",
                options.inProcess,
                options.maxConnections,
                options.tls,
                new HttpLimits(options.limits.maxBytes(), options.documentTimeout),
                memory);
        try {
            return Objects.requireNonNull(options.decorator.apply(transport), "decorated transport");
        } catch (RuntimeException e) {
            transport.close();
            throw e;
        }
    }

    /** What was added, and what every server has. Registries are not told the latter: who asks for it means one server. */
    private List<ServiceDefinition> served(RpcServerBuilder options) {
        List<ServiceDefinition> all = new ArrayList<>(options.services);
        if (options.health) {
            all.add(health.definition_());
        }
        if (options.live) {
            all.add(new LiveService(this::snapshot).definition_());
        }
        if (options.describe) {
            all.add(new DescribeService(all).definition_());
        }
        return all;
    }

    /** The whole server, from a request that was read to the handler. */
    private ServerSettings assemble(RpcServerBuilder options, Router router, Executor workers, MemoryBudget memory) {
        Invoker invoker = new Dispatcher(router, workers).behind(options.allFilters());
        ConcurrencyPolicy concurrency = options.concurrency();
        if (concurrency != null) {
            ConcurrencyLimit limit = new ConcurrencyLimit(concurrency, System.nanoTime());
            invoker = new Admission(limit, options.services, invoker);
        }
        return new ServerSettings(
                options.limits,
                new MessageWriter(options.limits),
                new CallLimit(options.maxInFlight, options.maxCalls, new AtomicInteger(), memory),
                options.tls != null && !options.plaintext,
                options.deflate,
                Set.copyOf(options.origins),
                options.documentTimeout,
                options.defaultTimeout,
                options.streamSilence,
                options.times,
                () -> options.maxAge == null ? Long.MAX_VALUE : jittered(options.maxAge),
                health.health(),
                router,
                invoker,
                Listeners.of(options.listeners),
                options.wireLog);
    }

    /** Spreads what would otherwise come for all connections at once, when they were opened at once. */
    private static long jittered(Duration age) {
        return (long) (age.toNanos() * ThreadLocalRandom.current().nextDouble(0.9, 1.1));
    }

    /** Returns the port that the server listens on. */
    public int port() {
        return listener.port();
    }

    /** Returns the address that the server tells a registry. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /**
     * Has the registry told another weight: the server's share of new calls beside others of its services, 0 to 10,000. With 0
     * it is sent none as long as there are others, and so is drained without being stopped. Returns at once.
     */
    public synchronized void weight(int weight) {
        instance = instance.withWeight(weight);
        if (registration != null) {
            registration.update(instance);
        }
    }

    /** Returns what the server says to who asks whether it serves: code that knows better tells it. */
    public ServerHealth health() {
        return health.health();
    }

    /**
     * Returns what the server is doing, with its busiest connections; all of it may be over when it is looked at.
     *
     * @param most how many connections at most
     */
    public ServerState snapshot(int most) {
        record Load(int inFlight, ServerConnection connection) {}
        List<Load> loads = connections.now().stream()
                .map(each -> new Load(each.inFlight(), each))
                .sorted(Comparator.comparingInt(Load::inFlight).reversed())
                .toList();
        return ServerState.builder()
                .serving(health.health().isServing())
                .connections(loads.size())
                .inFlight(loads.stream().mapToInt(Load::inFlight).sum())
                .memoryUsed(memory.used())
                .busiest(loads.stream()
                        .limit(most)
                        .map(load -> load.connection().state())
                        .toList())
                .build();
    }

    /**
     * Waits until the server is closed. While this waits, the end of the JVM (SIGTERM, Ctrl-C) closes the server in good
     * order first.
     */
    public void awaitClosed() throws InterruptedException {
        Thread hook = new Thread(this::close, "rpcidl-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        closed.await();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            hook.join(); // the JVM is ending, and the hook is what has closed the server
        }
    }

    /**
     * Shuts down in this order: says that it does not serve any more, leaves the registry, takes no further connections,
     * tells peers to go elsewhere, waits for the calls in flight (at most the drain timeout), closes. Blocks until that is
     * done; a second call waits for the first.
     */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            try {
                health.end();
                if (registration != null) {
                    registration.close();
                }
                listener.close();
                connections.drain(System.nanoTime() + drainTimeout.toNanos());
            } finally {
                closeOwn();
                closed.countDown();
            }
        } else {
            awaitQuietly();
        }
    }

    private void closeOwn() {
        if (ownWorkers != null) {
            ownWorkers.shutdown();
        }
        transport.close();
        if (ownRegistry != null) {
            ownRegistry.close();
        }
    }

    private void awaitQuietly() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
