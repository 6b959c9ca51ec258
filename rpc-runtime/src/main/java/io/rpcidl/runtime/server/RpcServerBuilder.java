package io.rpcidl.runtime.server;

import io.rpcidl.json.JsonLimits;
import io.rpcidl.registry.InProcessRegistry;
import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import io.rpcidl.resilience.ConcurrencyPolicy;
import io.rpcidl.runtime.Filter;
import io.rpcidl.runtime.filter.Authentication;
import io.rpcidl.runtime.filter.Authenticator;
import io.rpcidl.runtime.filter.Authorizer;
import io.rpcidl.runtime.observe.CallListener;
import io.rpcidl.runtime.observe.WireLog;
import io.rpcidl.runtime.stub.ServiceDefinition;
import io.rpcidl.runtime.stub.ServiceHandler;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Liveness;
import io.rpcidl.transport.Tls;
import io.rpcidl.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a server is to be. Not for several threads at once.
 *
 * <pre>{@code
 * RpcServer server = RpcServer.builder()
 *         .add(new CatalogService())
 *         .port(4000)
 *         .registry("registry://127.0.0.1:4500")
 *         .start();
 * }</pre>
 */
public final class RpcServerBuilder {

    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

    final List<ServiceDefinition> services = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    final List<CallListener> listeners = new ArrayList<>();

    @Nullable
    WireLog wireLog;

    String host = "127.0.0.1";
    int port;

    @Nullable
    String advertisedHost;

    @Nullable
    Tls tls;

    UnaryOperator<Transport> decorator = UnaryOperator.identity();
    private @Nullable Authenticator authenticator;
    private @Nullable Authorizer authorizer;
    boolean plaintext;
    boolean inProcess;
    boolean deflate;
    boolean health = true;
    boolean describe = true;
    boolean live;
    boolean warmingUp;
    final Set<String> origins = new HashSet<>();
    JsonLimits limits = JsonLimits.DEFAULT;
    int maxInFlight = 1_000;
    int maxCalls = 10_000;
    int maxConnections = 10_000;
    long memoryBudget = Math.max(64L << 20, Runtime.getRuntime().maxMemory() / 4);
    Duration documentTimeout = Duration.ofSeconds(30);
    Duration defaultTimeout = Duration.ofSeconds(10);
    Duration streamSilence = Duration.ofMinutes(5);
    Liveness.Times times = Liveness.Times.idleAfter(Duration.ofMinutes(10));

    @Nullable
    private ConcurrencyPolicy concurrency;

    private boolean fixedConcurrency;

    AnswerStore answers = AnswerStore.inMemory(10_000, 16 << 20, Duration.ofMinutes(10));

    @Nullable
    Duration maxAge;

    Duration drainTimeout = Duration.ofSeconds(30);

    @Nullable
    Registry registry;

    @Nullable
    String registryUri;

    private final Map<String, String> announced = new HashMap<>();

    @Nullable
    Executor executor;

    RpcServerBuilder() {}

    /** Serves a handler: an instance of a class that implements a generated {@code …Handler}. */
    public RpcServerBuilder add(ServiceHandler handler) {
        services.add(handler.definition_());
        return this;
    }

    /** Binds an address; the default, {@code 127.0.0.1}, is not reached from other machines, {@code 0.0.0.0} is. */
    public RpcServerBuilder host(String address) {
        this.host = new Endpoint(address, 1).host();
        return this;
    }

    /** Binds a port between 1 and 65535; the default, 0, takes any that is free. */
    public RpcServerBuilder port(int newPort) {
        if (newPort < 0 || newPort > 65_535) {
            throw new IllegalArgumentException("port not in 0 to 65535: " + newPort);
        }
        this.port = newPort;
        return this;
    }

    /**
     * Takes connections that are encrypted, and no others unless {@link #allowPlaintext} says so. {@link #start} fails with
     * {@link IllegalArgumentException} if its files are not what they should be.
     */
    public RpcServerBuilder tls(Tls newTls) {
        this.tls = Objects.requireNonNull(newTls, "tls");
        return this;
    }

    /** Takes connections that are not encrypted, too, on the same port. Without {@link #tls} that is the default. */
    public RpcServerBuilder allowPlaintext() {
        this.plaintext = true;
        return this;
    }

    /** Listens within this JVM only, for clients built likewise: in tests, of everything but sockets. */
    public RpcServerBuilder inProcess() {
        this.inProcess = true;
        return this;
    }

    /**
     * Puts something around what moves bytes, which is given to it once and has to be closed by it; outside of what was put
     * there before.
     */
    public RpcServerBuilder transport(UnaryOperator<Transport> outer) {
        UnaryOperator<Transport> inner = decorator;
        Objects.requireNonNull(outer, "outer");
        this.decorator = transport -> outer.apply(inner.apply(transport));
        return this;
    }

    /** Compresses the connections of callers that ask for it; each costs some 300 KB. By default none is. */
    public RpcServerBuilder allowDeflate() {
        this.deflate = true;
        return this;
    }

    /** Lets web pages of an origin, such as {@code https://shop.example}, call in HTTP; by default none may. */
    public RpcServerBuilder allowOrigin(String origin) {
        if (!origin.matches("https?://[^/\\s]+")) {
            throw new IllegalArgumentException("an origin is scheme://host or scheme://host:port: " + origin);
        }
        origins.add(origin);
        return this;
    }

    /** Does not serve {@code rpc.health.v1}. The probes in HTTP stay, and {@link RpcServer#health()} for them. */
    public RpcServerBuilder withoutHealth() {
        this.health = false;
        return this;
    }

    /** Does not serve {@code rpc.describe.v1}, by which callers, if they may, see what the server serves and its contracts. */
    public RpcServerBuilder withoutDescribe() {
        this.describe = false;
        return this;
    }

    /**
     * Serves {@code rpc.live.v1}, by which callers, if they may, see the server's connections and calls in flight, and so who
     * else calls. By default that is seen by {@link RpcServer#snapshot} alone.
     */
    public RpcServerBuilder showLive() {
        this.live = true;
        return this;
    }

    /** Starts a server that says that it does not serve yet, until {@link RpcServer#health()} is told that it does. */
    public RpcServerBuilder warmingUp() {
        this.warmingUp = true;
        return this;
    }

    /** Tells the registry this host instead of the bound address. */
    public RpcServerBuilder advertise(String host) {
        this.advertisedHost = new Endpoint(host, 1).host();
        return this;
    }

    /** Adds a filter inside those that are there already. */
    public RpcServerBuilder filter(Filter filter) {
        filters.add(Objects.requireNonNull(filter, "filter"));
        return this;
    }

    /** Has all calls watched, and the requests that were refused, by a listener more: for metrics, traces, logs. */
    public RpcServerBuilder listener(CallListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /** Has messages written to the log, without what the contract calls sensitive: to look for a fault, for a while. */
    public RpcServerBuilder wireLog(WireLog log) {
        this.wireLog = Objects.requireNonNull(log, "log");
        return this;
    }

    /**
     * Takes only calls of which an authenticator says on whose behalf they are made; handlers see it by
     * {@link io.rpcidl.runtime.ServerCall#principal}. It is asked before any filter. By default everybody may call.
     */
    public RpcServerBuilder authenticate(Authenticator newAuthenticator) {
        this.authenticator = Objects.requireNonNull(newAuthenticator, "authenticator");
        return this;
    }

    /** Takes only calls that an authorizer allows; needs {@link #authenticate}. */
    public RpcServerBuilder authorize(Authorizer newAuthorizer) {
        this.authorizer = Objects.requireNonNull(newAuthorizer, "authorizer");
        return this;
    }

    /** Returns the filters of a server, the outermost first. */
    List<Filter> allFilters() {
        List<Filter> all = new ArrayList<>(filters);
        if (authenticator != null) {
            all.add(0, new Authentication(authenticator, authorizer));
        }
        return all;
    }

    /**
     * Runs handlers on an executor, which stays the caller's to close. One that rejects a task has the call answered
     * {@code RESOURCE_EXHAUSTED}. The default has a virtual thread for each call on Java 21 and later, else a pool of 64
     * threads, or eight for each processor if that is more, with a queue of 10,000 calls.
     */
    public RpcServerBuilder executor(Executor newExecutor) {
        this.executor = Objects.requireNonNull(newExecutor, "executor");
        return this;
    }

    /** Limits messages, both ways; default 4 MiB and 64 levels. */
    public RpcServerBuilder limits(JsonLimits newLimits) {
        this.limits = Objects.requireNonNull(newLimits, "limits");
        return this;
    }

    /** Limits the calls that one connection may have in flight; default 1,000. */
    public RpcServerBuilder maxInFlight(int calls) {
        this.maxInFlight = positive(calls);
        return this;
    }

    /** Limits the calls that all connections may have in flight together; default 10,000. */
    public RpcServerBuilder maxCalls(int calls) {
        this.maxCalls = positive(calls);
        return this;
    }

    /**
     * Sets how the server finds out how many calls it can have in flight without a queue, beyond which it refuses more. By default
     * at least 16, as many as {@link #maxCalls} while nothing queues, and twice as long as without a queue is a queue; calls
     * that are streams do not count.
     */
    public RpcServerBuilder concurrency(ConcurrencyPolicy policy) {
        this.concurrency = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /** Returns what the limit keeps to that the server finds out by itself; null where it has none. */
    @Nullable
    ConcurrencyPolicy concurrency() {
        if (fixedConcurrency) {
            return null;
        }
        return concurrency != null ? concurrency : new ConcurrencyPolicy(Math.min(16, maxCalls), maxCalls, 2);
    }

    /** Takes calls whatever their time in flight says, up to the fixed limits: for a server whose calls wait for events. */
    public RpcServerBuilder fixedConcurrency() {
        this.fixedConcurrency = true;
        return this;
    }

    /**
     * Keeps the answers of calls to {@code @idempotent(key)} methods somewhere, to answer repeats with them. By default this
     * server keeps the last 10,000, 16 MiB of them at most, for ten minutes.
     */
    public RpcServerBuilder answers(AnswerStore store) {
        this.answers = Objects.requireNonNull(store, "store");
        return this;
    }

    /** Limits the connections that may be open at once; default 10,000. */
    public RpcServerBuilder maxConnections(int count) {
        this.maxConnections = positive(count);
        return this;
    }

    /**
     * Limits the memory that all connections may take, in bytes, for messages of more than 64 KiB that are on their way: those
     * that have not come in whole, requests and items in hand, and answers that their callers do not read. Above 80 % of it a
     * connection with large requests in flight is not read; beyond it large messages are refused with {@code
     * RESOURCE_EXHAUSTED}, and connections that do not read their answers are closed. Default: a quarter of the JVM's largest
     * heap, at least 64 MiB.
     */
    public RpcServerBuilder memoryBudget(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("not positive: " + bytes);
        }
        this.memoryBudget = bytes;
        return this;
    }

    /** Limits the time from a message's first byte to its last; default 30 s. */
    public RpcServerBuilder documentTimeout(Duration timeout) {
        this.documentTimeout = positive(timeout);
        return this;
    }

    /** Gives calls whose caller names no timeout this one; default 10 s. */
    public RpcServerBuilder defaultTimeout(Duration timeout) {
        this.defaultTimeout = positive(timeout);
        return this;
    }

    /** Ends streams, which have no default timeout, after a time without any message of theirs; default 5 minutes. */
    public RpcServerBuilder streamSilence(Duration time) {
        this.streamSilence = positive(time);
        return this;
    }

    /**
     * Asks an accepted caller from which nothing comes, while its calls are in flight, for a sign of life, and gives the
     * connection up if there is none; default after 1 minute, within 20 s. At least 1 ms each.
     */
    public RpcServerBuilder keepalive(Duration silence, Duration patience) {
        this.times = times.withKeepalive(silence, patience);
        return this;
    }

    /** Closes a connection that carries no calls, and on which nothing comes, after a time; default 10 minutes. */
    public RpcServerBuilder idleTimeout(Duration time) {
        this.times = times.withIdle(time);
        return this;
    }

    /**
     * Asks callers to open another connection when theirs has become this old, a tenth more or less, so that load comes to
     * servers that are new; calls in flight are not touched. By default connections may become as old as they like.
     */
    public RpcServerBuilder maxConnectionAge(Duration age) {
        this.maxAge = positive(age);
        return this;
    }

    /** Limits how long {@link RpcServer#close()} waits for calls in flight; default 30 s. */
    public RpcServerBuilder drainTimeout(Duration timeout) {
        this.drainTimeout = positive(timeout);
        return this;
    }

    /** Registers the server while it runs; the registry stays the caller's to close. */
    public RpcServerBuilder registry(Registry newRegistry) {
        this.registry = Objects.requireNonNull(newRegistry, "registry");
        return this;
    }

    /** Registers the server while it runs with a registry given by its URI, such as {@code registry://host:port}. */
    public RpcServerBuilder registry(String uri) {
        this.registryUri = Objects.requireNonNull(uri, "uri");
        this.inProcess |= uri.startsWith(InProcessRegistry.SCHEME + ":");
        return this;
    }

    /**
     * Has the registry told an entry of metadata more, for balancers and people; one called {@link Instance#WEIGHT} is the
     * server's share of calls, by default 100.
     */
    public RpcServerBuilder announce(String key, String value) {
        announced.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
        return this;
    }

    /** Returns an instance with all that is to be announced of it. */
    Instance announced(Instance instance) {
        Instance all = instance;
        for (Map.Entry<String, String> each : announced.entrySet()) {
            all = all.withMetadata(each.getKey(), each.getValue());
        }
        return all;
    }

    /**
     * Starts the server; returns once it takes calls.
     *
     * @throws IOException if the port cannot be bound, with the reason in one line
     */
    public RpcServer start() throws IOException {
        if (services.isEmpty()) {
            throw new IllegalStateException("a server without services: add(…) one");
        }
        if (authorizer != null && authenticator == null) {
            throw new IllegalStateException("an authorizer without an authenticator: authenticate(…) says who calls");
        }
        boolean registers = registry != null || registryUri != null;
        if (registers && advertisedHost == null && EVERY_ADDRESS.contains(host)) {
            throw new IllegalStateException("a server bound to " + host
                    + " has no address to tell the registry: advertise(host) says where clients reach it");
        }
        return RpcServer.start(this);
    }

    private static int positive(int value) {
        if (value < 1) {
            throw new IllegalArgumentException("not positive: " + value);
        }
        return value;
    }

    private static Duration positive(Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("not positive: " + value);
        }
        return value;
    }
}
