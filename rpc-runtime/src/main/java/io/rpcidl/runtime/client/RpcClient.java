package io.rpcidl.runtime.client;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.LastKnownGood;
import io.rpcidl.registry.Registry;
import io.rpcidl.resilience.OutlierPolicy;
import io.rpcidl.resilience.SlowStart;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Channel;
import io.rpcidl.runtime.Invoker;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.observe.CallListener;
import io.rpcidl.runtime.observe.Listeners;
import io.rpcidl.runtime.observe.Observing;
import io.rpcidl.runtime.service.live.ClientState;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.OneLine;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.thread.Shared;
import io.rpcidl.transport.thread.Workers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls services. One client is enough for a program: it finds the servers of every service that is called, keeps
 * connections to them and shares them among all stubs and threads.
 *
 * <pre>{@code
 * try (RpcClient client = RpcClient.connect("registry://127.0.0.1:4500")) {
 *     Catalog catalog = Catalog.stub(client);
 *     Product product = catalog.get("ABC-1");
 * }
 * }</pre>
 */
public final class RpcClient implements Channel, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RpcClient.class);

    private static final Shared<ExecutorService> CALLBACKS =
            new Shared<>(() -> Workers.newExecutor("rpcidl-callback"), ExecutorService::shutdown);

    private record Service(Servers servers, Registry.Watch watch, Invoker invoker) {}

    private final Transport transport;
    private final Registry registry;
    private final LastKnownGood known;
    private final boolean ownRegistry;
    private final Supplier<LoadBalancer> balancers;
    private final OutlierPolicy outliers;
    private final SlowStart slowStart;
    private final Retries retries;
    private final Shared<ExecutorService>.@Nullable Share sharedCallbacks;
    private final Executor callbacks;
    private final Duration defaultTimeout;
    private final EndpointChannels channels;
    private final Expiry expiry;
    private final Invoker filtered;
    private final Invoker invoker;
    private final Map<String, Service> services = new ConcurrentHashMap<>();
    private volatile boolean closed;

    RpcClient(RpcClientBuilder options, Transport transport, Registry registry) {
        this.registry = registry;
        this.known = new LastKnownGood(registry, options.serversFile);
        this.ownRegistry = options.ownRegistry;
        this.balancers = options.balancers;
        this.outliers = options.outliers;
        this.slowStart = options.slowStart;
        this.retries = new Retries(options.retries);
        this.transport = transport;
        this.sharedCallbacks = options.callbackExecutor == null ? CALLBACKS.take() : null;
        this.callbacks = sharedCallbacks == null ? options.callbackExecutor : sharedCallbacks.value();
        this.defaultTimeout = options.defaultTimeout;
        this.expiry = new Expiry(this::expire);
        this.channels = new EndpointChannels(transport, options.settings(expiry));
        this.filtered = ((Invoker) this::balance).behind(options.allFilters());
        CallListener listener = Listeners.of(options.listeners);
        Observing observing = listener == null ? null : new Observing(listener);
        Invoker carry = this::carry;
        this.invoker = observing == null ? carry : call -> observing.apply(call, carry);
    }

    /**
     * Makes a client with the defaults. Returns at once: a server that is not there is noticed by the first call.
     *
     * @param target where servers are: {@code rpc://host:port,host:port} or {@code registry://host:port}
     */
    public static RpcClient connect(String target) {
        return builder(target).build();
    }

    /** Returns a builder of a client for a target. */
    public static RpcClientBuilder builder(String target) {
        return new RpcClientBuilder(target);
    }

    /** Returns a builder of a client that finds servers in a registry, which stays the caller's to close. */
    public static RpcClientBuilder builder(Registry registry) {
        return new RpcClientBuilder(registry);
    }

    @Override
    public CompletableFuture<Reply> invoke(Call call) {
        return invoker.invoke(call);
    }

    private CompletableFuture<Reply> carry(Call call) {
        if (closed) {
            Status status = Status.notProcessed(StatusCode.UNAVAILABLE, "the client is closed");
            return CompletableFuture.completedFuture(new Reply.Failure(status));
        }
        if (call.deadline().isExpired()) {
            String message = "the deadline passed before " + call.method().fullName() + " was sent";
            Status status = Status.notProcessed(StatusCode.DEADLINE_EXCEEDED, message);
            return CompletableFuture.completedFuture(new Reply.Failure(status));
        }
        try {
            return filtered.invoke(call);
        } catch (RuntimeException | Error e) { // of what others have brought along, a registry or a maker of balancers
            LOG.error("{} could not be sent", call.method().fullName(), OneLine.of(e));
            Status status = Status.notProcessed(StatusCode.INTERNAL, "the client failed: see the log");
            return CompletableFuture.completedFuture(new Reply.Failure(status));
        }
    }

    @Override
    public Duration defaultTimeout() {
        return defaultTimeout;
    }

    @Override
    public Executor callbackExecutor() {
        return callbacks;
    }

    /** Returns what the client is doing; all of it may be over when it is looked at. */
    public ClientState snapshot() {
        return new ClientState(channels.state());
    }

    /**
     * Ends all calls and closes all connections; waits, for a second at most, until what was sent has left this process. A
     * second time does nothing.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        retries.close();
        services.values().forEach(service -> service.watch().close());
        known.close();
        if (ownRegistry) {
            registry.close();
        }
        channels.close();
        transport.close();
        expiry.close();
        if (sharedCallbacks != null) {
            sharedCallbacks.close();
        }
    }

    private boolean expire(long now) {
        return channels.expire(now);
    }

    private CompletableFuture<Reply> balance(Call call) {
        String name = call.method().serviceName();
        Service service = services.get(name);
        if (service == null) {
            service = services.computeIfAbsent(name, this::find);
        }
        return service.invoker().invoke(call);
    }

    private Service find(String name) {
        LoadBalancer balancer =
                Objects.requireNonNull(balancers.get(), "balancer"); // before there is anything to close
        Servers servers = new Servers(this::forget);
        Registry.Watch watch = known.watch(name, servers);
        Fleet fleet = new Fleet(name, channels::get, outliers, slowStart);
        return new Service(servers, watch, new Balancer(name, servers, fleet, balancer, retries, watch::refresh));
    }

    /** Leaves servers that no service's list names any more. */
    private void forget() {
        Set<Endpoint> named = new HashSet<>();
        for (Service service : services.values()) {
            Servers.Known known = service.servers().known().getNow(null);
            List<Instance> instances = known == null ? null : known.instances();
            if (instances != null) {
                instances.forEach(instance -> named.add(instance.endpoint()));
            }
        }
        channels.retain(named);
    }
}
