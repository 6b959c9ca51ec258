package io.rpcidl.runtime.client;

import io.rpcidl.json.JsonLimits;
import io.rpcidl.registry.InProcessRegistry;
import io.rpcidl.registry.Registries;
import io.rpcidl.registry.Registry;
import io.rpcidl.resilience.OutlierPolicy;
import io.rpcidl.resilience.RetryPolicy;
import io.rpcidl.resilience.SlowStart;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.Filter;
import io.rpcidl.runtime.filter.CallCredentials;
import io.rpcidl.runtime.filter.Credentials;
import io.rpcidl.runtime.observe.CallListener;
import io.rpcidl.runtime.observe.WireLog;
import io.rpcidl.runtime.wire.MessageWriter;
import io.rpcidl.transport.Liveness;
import io.rpcidl.transport.Tls;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.netty.NettyTransport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a client is to be. Not for several threads at once.
 *
 * <pre>{@code
 * RpcClient client = RpcClient.builder("registry://127.0.0.1:4500")
 *         .tls(Tls.trust(Path.of("authority.pem")))
 *         .defaultTimeout(Duration.ofSeconds(2))
 *         .build();
 * }</pre>
 */
public final class RpcClientBuilder {

    private static final int MAX_IN_FLIGHT = 1_000;
    private static final int BUSY_IN_FLIGHT = 100;

    private final Supplier<Registry> registry;
    final boolean ownRegistry;
    private final List<Filter> filters = new ArrayList<>();
    final List<CallListener> listeners = new ArrayList<>();
    Duration defaultTimeout = Duration.ofSeconds(10);

    @Nullable
    Executor callbackExecutor;

    @Nullable
    Path serversFile;

    private @Nullable WireLog wireLog;
    Supplier<LoadBalancer> balancers = TwoRandomChoices::new;
    OutlierPolicy outliers = OutlierPolicy.DEFAULT;
    SlowStart slowStart = SlowStart.DEFAULT;

    @Nullable
    RetryPolicy retries = RetryPolicy.DEFAULT;

    private UnaryOperator<Transport> decorator = UnaryOperator.identity();
    private @Nullable Tls tls;
    private @Nullable CallCredentials credentials;
    private boolean plaintextCredentials;
    private boolean inProcess;
    private boolean offers = true;
    private boolean deflate;
    private Duration connectTimeout = Duration.ofSeconds(3);
    private Duration strangerRetry = Duration.ofSeconds(60);
    private Duration streamSilence = Duration.ofMinutes(5);
    private Liveness.Times times = Liveness.Times.idleAfter(Duration.ofMinutes(5));
    private JsonLimits limits = JsonLimits.DEFAULT;

    RpcClientBuilder(String target) {
        Objects.requireNonNull(target, "target");
        this.registry = () -> Registries.open(target);
        this.ownRegistry = true;
        this.inProcess = target.startsWith(InProcessRegistry.SCHEME + ":");
    }

    RpcClientBuilder(Registry registry) {
        Objects.requireNonNull(registry, "registry");
        this.registry = () -> registry;
        this.ownRegistry = false;
    }

    /** Adds a filter inside those that are there already. */
    public RpcClientBuilder filter(Filter filter) {
        filters.add(Objects.requireNonNull(filter, "filter"));
        return this;
    }

    /**
     * Remembers the servers that the registry names in a file, which is made if it is not there: a client that starts while the
     * registry cannot be reached begins with those. By default they are remembered as long as the client lives.
     */
    public RpcClientBuilder rememberServers(Path file) {
        this.serversFile = Objects.requireNonNull(file, "file");
        return this;
    }

    /** Has all calls watched by a listener more: for metrics, traces, logs. */
    public RpcClientBuilder listener(CallListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /** Has messages written to the log, without what the contract calls sensitive: to look for a fault, for a while. */
    public RpcClientBuilder wireLog(WireLog log) {
        this.wireLog = Objects.requireNonNull(log, "log");
        return this;
    }

    /**
     * Sends credentials with each call, behind all filters. {@link #build} fails if they would go over connections that are
     * not encrypted, unless {@link #allowPlaintextCredentials} says that they may.
     */
    public RpcClientBuilder credentials(CallCredentials newCredentials) {
        this.credentials = Objects.requireNonNull(newCredentials, "credentials");
        return this;
    }

    /** Lets credentials go over connections that are not encrypted: where nobody else can listen. */
    public RpcClientBuilder allowPlaintextCredentials() {
        this.plaintextCredentials = true;
        return this;
    }

    /** Returns the filters of a client, the outermost first. */
    List<Filter> allFilters() {
        List<Filter> all = new ArrayList<>(filters);
        if (credentials != null) {
            all.add(new Credentials(credentials));
        }
        return all;
    }

    /**
     * Sets how often, and how soon, a call is sent again that failed in a way that passes and that may be repeated: because the
     * server has not processed it, or because its method is {@code @readonly} or {@code @idempotent}. Default {@link
     * RetryPolicy#DEFAULT}; whatever it says, a budget keeps repeats to a tenth of what succeeds.
     */
    public RpcClientBuilder retries(RetryPolicy policy) {
        this.retries = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /** Sends no call again. Servers that cannot be reached, and so have seen nothing of it, are passed over all the same. */
    public RpcClientBuilder withoutRetries() {
        this.retries = null;
        return this;
    }

    /** Sets when servers that do worse than others are left out for a while; default {@link OutlierPolicy#DEFAULT}. */
    public RpcClientBuilder outliers(OutlierPolicy policy) {
        this.outliers = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /** Sets how servers that are new, or were left out, come to their share of calls; default {@link SlowStart#DEFAULT}. */
    public RpcClientBuilder slowStart(SlowStart newSlowStart) {
        this.slowStart = Objects.requireNonNull(newSlowStart, "slowStart");
        return this;
    }

    /** Has a balancer choose the server of each call; one is made for every service. Default {@link TwoRandomChoices}. */
    public RpcClientBuilder balancer(Supplier<? extends LoadBalancer> newBalancers) {
        this.balancers = Objects.requireNonNull(newBalancers, "balancers")::get;
        return this;
    }

    /**
     * Puts something around what moves bytes, which is given to it once and has to be closed by it; outside of what was put
     * there before.
     */
    public RpcClientBuilder transport(UnaryOperator<Transport> outer) {
        UnaryOperator<Transport> inner = decorator;
        Objects.requireNonNull(outer, "outer");
        this.decorator = transport -> outer.apply(inner.apply(transport));
        return this;
    }

    /** Gives calls whose {@link CallOptions} name no timeout this one; default 10 s, at most 30 days. */
    public RpcClientBuilder defaultTimeout(Duration timeout) {
        this.defaultTimeout =
                Objects.requireNonNull(CallOptions.DEFAULT.withTimeout(timeout).timeout());
        return this;
    }

    /**
     * Completes the futures of asynchronous stubs on an executor, which stays the caller's to close. The default has a
     * virtual thread for each on Java 21 and later, else a pool of 64 threads, or eight for each processor if that is
     * more. The clients of a JVM share that pool: one whose callbacks wait for long, or for other futures of theirs, needs an
     * executor of its own.
     */
    public RpcClientBuilder callbackExecutor(Executor executor) {
        this.callbackExecutor = Objects.requireNonNull(executor, "executor");
        return this;
    }

    /**
     * Completes the futures of asynchronous stubs on the I/O threads that read the answers: one hand-over less, and all calls
     * of a connection stop while what waits for a future runs. It must not block; a blocking stub that is called there fails
     * with {@link IllegalStateException}.
     */
    public RpcClientBuilder directCallbacks() {
        return callbackExecutor(Runnable::run);
    }

    /**
     * Encrypts all connections. The name, or the address, under which a server is called must be one of its certificate's
     * (RFC 9110, section 4.3.4); that cannot be switched off. {@link #build} fails with {@link IllegalArgumentException} if
     * its files are not what they should be.
     */
    public RpcClientBuilder tls(Tls newTls) {
        this.tls = Objects.requireNonNull(newTls, "tls");
        return this;
    }

    /** Calls servers that listen within this JVM only: in tests, of everything but sockets. */
    public RpcClientBuilder inProcess() {
        this.inProcess = true;
        return this;
    }

    /**
     * Compresses what is sent and received, where the server allows it: worth its while where the network is slow. Who can
     * choose a part of what goes over an encrypted connection may guess the rest from its length; that is why it is off by
     * default. A connection whose first call is a stream or oneway is not compressed.
     */
    public RpcClientBuilder deflate() {
        this.deflate = true;
        return this;
    }

    /**
     * Calls as a stranger does, with a connection for each call: for servers behind something that takes a connection to
     * carry one request.
     */
    public RpcClientBuilder neverOffer() {
        this.offers = false;
        return this;
    }

    /** Limits how long opening a connection may take; default 3 s. */
    public RpcClientBuilder connectTimeout(Duration timeout) {
        this.connectTimeout =
                Objects.requireNonNull(CallOptions.DEFAULT.withTimeout(timeout).timeout());
        return this;
    }

    /** Limits messages, both ways; default 4 MiB and 64 levels. */
    public RpcClientBuilder limits(JsonLimits newLimits) {
        this.limits = Objects.requireNonNull(newLimits, "limits");
        return this;
    }

    /** Sets for how long a server that answered as a stranger is called with one connection a call; default 60 s. */
    public RpcClientBuilder strangerRetry(Duration time) {
        this.strangerRetry = Objects.requireNonNull(time, "time");
        return this;
    }

    /** Ends streams, which have no default timeout, after a time without any message of theirs; default 5 minutes. */
    public RpcClientBuilder streamSilence(Duration time) {
        this.streamSilence =
                Objects.requireNonNull(CallOptions.DEFAULT.withTimeout(time).timeout());
        return this;
    }

    /**
     * Asks a server from which nothing comes, while calls are in flight, for a sign of life, and gives the connection up
     * if there is none; default after 1 minute, within 20 s. At least 1 ms each.
     */
    public RpcClientBuilder keepalive(Duration silence, Duration patience) {
        this.times = times.withKeepalive(silence, patience);
        return this;
    }

    /** Closes a connection that carries no calls after a time; default 5 minutes, less than a server's 10. */
    public RpcClientBuilder idleTimeout(Duration time) {
        this.times = times.withIdle(time);
        return this;
    }

    /**
     * Makes the client.
     *
     * @throws IllegalStateException if credentials would be sent in plain text
     * @throws IllegalArgumentException if the target is not understood, or a file of {@link #tls} is wrong
     */
    public RpcClient build() {
        if (credentials != null && tls == null && !inProcess && !plaintextCredentials) {
            throw new IllegalStateException("credentials over connections that are not encrypted: tls(…) encrypts them,"
                    + " allowPlaintextCredentials() lets them go as they are");
        }
        Transport transport = NettyTransport.client(inProcess, tls); // first: its files may be wrong
        try {
            transport = Objects.requireNonNull(decorator.apply(transport), "decorated transport");
            return new RpcClient(this, transport, registry.get());
        } catch (RuntimeException e) {
            transport.close();
            throw e;
        }
    }

    ClientSettings settings(Expiry expiry) {
        int loops = Math.max(1, Runtime.getRuntime().availableProcessors());
        return new ClientSettings(
                limits,
                new MessageWriter(limits),
                connectTimeout,
                MAX_IN_FLIGHT,
                BUSY_IN_FLIGHT,
                loops,
                offers,
                deflate,
                strangerRetry,
                streamSilence,
                times,
                new BulkMethods(),
                new SpinWaits(),
                expiry,
                wireLog);
    }
}
