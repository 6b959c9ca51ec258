package io.rpcidl.registry.embedded;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import io.rpcidl.runtime.client.RpcClientBuilder;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.thread.Workers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The client side of {@link RegistryServer}: heartbeats for what is registered, a long poll for what is watched. Of several
 * registries, which do not know each other, each is told of every server, and whoever is listed by one of them is there; so one may
 * be away for as long as it likes.
 */
public final class EmbeddedRegistry implements Registry {

    /** How long a server stays listed that is heard of no more. */
    public static final Duration DEFAULT_LEASE = Duration.ofSeconds(10);

    private final Duration lease;
    private final List<RemoteRegistrar> remotes = new ArrayList<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Workers.daemons("rpcidl-registry"));
    private final Set<Announced> announced = ConcurrentHashMap.newKeySet();
    private final Set<Watching> watching = ConcurrentHashMap.newKeySet();

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
        this(List.of(endpoint), lease, settings -> {});
    }

    EmbeddedRegistry(List<Endpoint> endpoints, Duration lease, Consumer<RpcClientBuilder> settings) {
        if (lease.isNegative() || lease.isZero() || lease.compareTo(RegistrarService.LONGEST_LEASE) > 0) {
            throw new IllegalArgumentException("lease not in 0 to 10 minutes: " + lease);
        }
        this.lease = lease;
        try {
            endpoints.forEach(each -> remotes.add(new RemoteRegistrar(each, settings)));
        } catch (RuntimeException e) { // of the settings
            close();
            throw e;
        }
    }

    /** Returns a builder, for a registry that is reached over TLS, or asks who calls. */
    public static EmbeddedRegistryBuilder builder(Endpoint... endpoints) {
        return new EmbeddedRegistryBuilder(List.of(endpoints));
    }

    @Override
    public Registration register(Instance instance) {
        Announced registration = new Announced(instance);
        announced.add(registration);
        registration.beats.forEach(Heartbeat::start);
        return registration;
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
        Watching watch = new Watching(service, listener);
        watching.add(watch);
        watch.polls.forEach(LongPoll::start);
        return watch;
    }

    @Override
    public void close() {
        watching.forEach(Watching::close);
        Leaving.together(announced.stream().flatMap(each -> each.beats.stream()).toList());
        announced.clear();
        timer.shutdownNow();
        remotes.forEach(RemoteRegistrar::close);
    }

    /** A server that every registry is told of. */
    private final class Announced implements Registration {

        private final List<Heartbeat> beats;

        Announced(Instance instance) {
            this.beats = remotes.stream()
                    .map(each -> new Heartbeat(instance, lease, each, timer))
                    .toList();
        }

        @Override
        public void update(Instance instance) {
            beats.forEach(each -> each.update(instance));
        }

        @Override
        public void close() {
            if (announced.remove(this)) {
                Leaving.together(beats);
            }
        }
    }

    /** What every registry is asked. */
    private final class Watching implements Watch {

        private final List<LongPoll> polls = new ArrayList<>();

        Watching(@Nullable String service, Listener listener) {
            List<? extends LongPoll.Follower> followers = remotes.size() == 1
                    ? List.of(LongPoll.Follower.alone(listener))
                    : new Union(remotes.size(), lease, System::nanoTime, listener).followers();
            for (int i = 0; i < remotes.size(); i++) {
                polls.add(new LongPoll(service, followers.get(i), remotes.get(i), lease, timer));
            }
        }

        @Override
        public void close() {
            watching.remove(this);
            polls.forEach(LongPoll::close);
        }
    }
}
