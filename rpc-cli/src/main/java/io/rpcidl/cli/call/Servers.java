package io.rpcidl.cli.call;

import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registries;
import io.rpcidl.registry.Registry;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.client.RpcClientBuilder;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Tls;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A target that is open: servers that are named, or that a registry knows. An interrupt of the command ends all calls, so
 * that servers hear of it.
 */
public final class Servers implements AutoCloseable {

    private static final String FIXED = "rpc://";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Whoever watches a stream in which nothing happens ends it when it is enough; keepalive notices who is gone. */
    private static final Duration SILENCE = Duration.ofDays(30);

    private final String target;
    private final Optional<Tls> tls;
    private final CallOptions options;
    private final RpcClient client;
    private final List<RpcClient> opened = new CopyOnWriteArrayList<>(); // the interrupt looks at it, too
    private final Thread interrupt = new Thread(this::interrupted, "rpc-interrupt");
    private volatile boolean ending;

    /**
     * Opens a target; does not wait until a server is there.
     *
     * @param target {@code host:port}, or a URI such as {@code rpc://host:port,host:port} or {@code registry://host:port}
     * @param tls for connections that are encrypted
     * @param options what is said with each call
     */
    public Servers(String target, Optional<Tls> tls, CallOptions options) {
        this.target = uri(target);
        this.tls = tls;
        this.options = options;
        this.client = open(this.target);
        Runtime.getRuntime().addShutdownHook(interrupt);
    }

    private static String uri(String target) {
        if (target.contains("://")) {
            return target;
        }
        try {
            return FIXED + Endpoint.parse(target);
        } catch (IllegalArgumentException e) {
            throw new Misuse(
                    "'" + target + "' is no target: expected host:port, or a URI such as rpc://host:port,host:port"
                            + " or registry://host:port");
        }
    }

    private RpcClient open(String uri) {
        RpcClientBuilder builder = RpcClient.builder(uri).limits(RawJson.LIMITS).streamSilence(SILENCE);
        tls.ifPresent(builder::tls);
        try {
            RpcClient made = builder.build();
            opened.add(made);
            return made;
        } catch (IllegalArgumentException e) { // of the target, or of a file of TLS
            throw new Misuse(e.getMessage());
        }
    }

    /** Returns the client that calls go through. */
    public RpcClient client() {
        return client;
    }

    /** Returns what is said with each call. */
    public CallOptions options() {
        return options;
    }

    /** Returns whether a registry has to be asked who serves what. */
    public boolean needsService() {
        return !target.startsWith(FIXED);
    }

    /**
     * Returns what a server says of itself, one that has a service if a registry knows which do; what every server has is
     * not told to registries.
     */
    public DescribedServer describedBy(String service) {
        return new DescribedServer(needsService() ? open(FIXED + find(service)) : client, options);
    }

    /** Returns what a server says of itself; of a registry that takes a service. */
    public DescribedServer described() {
        if (needsService()) {
            throw new Misuse(
                    target + " cannot say what there is: a registry is asked for the servers of one service. Name the"
                            + " service, or ask one of the servers by its address");
        }
        return new DescribedServer(client, options);
    }

    private Endpoint find(String service) {
        CompletableFuture<List<Instance>> found = new CompletableFuture<>();
        try (Registry registry = Registries.open(target)) {
            registry.watch(service, new FirstSeen(found)); // which ends with the registry
            List<Instance> instances =
                    found.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
            if (!instances.isEmpty()) {
                return instances.get(0).endpoint();
            }
        } catch (CompletionException e) {
            throw e.getCause() instanceof RpcException failed ? failed : unavailable(target + " does not answer");
        }
        throw unavailable(target + " knows no server of '" + Printable.escaped(service)
                + "'; a registry needs the whole name of a service");
    }

    private static RpcException unavailable(String message) {
        return new RpcException(Status.notProcessed(StatusCode.UNAVAILABLE, message));
    }

    /** Returns whether the command was interrupted, so that what fails now is not worth a word. */
    public boolean ending() {
        return ending;
    }

    private void interrupted() {
        ending = true;
        opened.forEach(RpcClient::close);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(interrupt);
        } catch (IllegalStateException e) {
            return; // it runs
        }
        opened.forEach(RpcClient::close);
    }

    /** The first that a registry says. */
    private record FirstSeen(CompletableFuture<List<Instance>> found) implements Registry.Listener {

        @Override
        public void instances(List<Instance> instances) {
            found.complete(instances);
        }

        @Override
        public void unreachable(String reason) {
            found.completeExceptionally(unavailable(reason));
        }
    }
}
