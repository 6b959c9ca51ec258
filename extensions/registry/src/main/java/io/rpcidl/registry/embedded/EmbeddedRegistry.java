package io.rpcidl.registry.embedded;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import io.rpcidl.registry.embedded.contract.RegistrarAsync;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.thread.Workers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** The client side of a {@link RegistryServer}: heartbeats for what is registered, a long poll for what is watched. */
public final class EmbeddedRegistry implements Registry {

    /** How long a server stays listed that is heard of no more. */
    public static final Duration DEFAULT_LEASE = Duration.ofSeconds(10);

    private final RpcClient client;
    private final RegistrarAsync registrar;
    private final Duration lease;
    private final String target;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Workers.daemons("rpcidl-registry"));
    private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();

    /** Opens a registry with leases of the default length. */
    public EmbeddedRegistry(Endpoint endpoint) {
        this(endpoint, DEFAULT_LEASE);
    }

    /**
     * Opens a registry; does not wait until it can be reached.
     *
     * @param lease how long servers that are registered here stay listed when they are heard of no more, more than zero
     *     and at most 10 minutes; they are renewed three times as often
     */
    public EmbeddedRegistry(Endpoint endpoint, Duration lease) {
        if (lease.isNegative() || lease.isZero() || lease.compareTo(RegistrarService.LONGEST_LEASE) > 0) {
            throw new IllegalArgumentException("lease not in 0 to 10 minutes: " + lease);
        }
        this.client = RpcClient.connect("rpc://" + endpoint);
        this.registrar = RegistrarAsync.stub(client);
        this.lease = lease;
        this.target = EmbeddedRegistryProvider.SCHEME + "://" + endpoint;
    }

    @Override
    public Registration register(Instance instance) {
        Heartbeat heartbeat = new Heartbeat(instance, lease, target, registrar, timer, open::remove);
        open.add(heartbeat);
        heartbeat.start();
        return heartbeat;
    }

    @Override
    public Watch watch(String service, Listener listener) {
        return follow(service, listener);
    }

    @Override
    public Watch watchAll(Listener listener) {
        return follow(null, listener);
    }

    private Watch follow(@Nullable String service, Listener listener) {
        LongPoll poll = new LongPoll(service, listener, target, registrar, timer, open::remove);
        open.add(poll);
        poll.start();
        return poll;
    }

    @Override
    public void close() {
        for (AutoCloseable each : open) {
            if (each instanceof Heartbeat heartbeat) {
                heartbeat.close();
            } else if (each instanceof LongPoll poll) {
                poll.close();
            }
        }
        timer.shutdownNow();
        client.close();
    }
}
