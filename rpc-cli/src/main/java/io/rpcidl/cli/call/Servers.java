package io.rpcidl.cli.call;

import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.registry.Instance;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.client.RpcClientBuilder;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Tls;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A target that is open: servers that are named, or that a registry knows. An interrupt of the command ends all calls, so
 * that servers hear of it.
 */
public final class Servers implements AutoCloseable {

    private static final String FIXED = "rpc://";
    private static final String DNS = "dns://";

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

    /** Returns whether a registry has to be asked who serves what; elsewhere all servers have all services. */
    public boolean needsService() {
        return !target.startsWith(FIXED) && !target.startsWith(DNS);
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
            throw new Misuse(target + " names many servers: name a service, which 'rpc list " + target
                    + "' lists, or ask one of the" + " servers by its address");
        }
        return new DescribedServer(client, options);
    }

    /** Returns the names of all services that the servers have, whole. */
    List<String> names() {
        return needsService() ? List.copyOf(registered().keySet()) : described().names();
    }

    /** Returns the servers of all services that a registry names. */
    public Map<String, List<Instance>> registered() {
        return Registered.byService(target);
    }

    private Endpoint find(String service) {
        List<Instance> instances = Registered.of(target, service);
        if (!instances.isEmpty()) {
            return instances.get(0).endpoint();
        }
        throw Registered.unavailable(target + " knows no server of '" + Printable.escaped(service)
                + "'; a registry needs the whole name of a service");
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
}
