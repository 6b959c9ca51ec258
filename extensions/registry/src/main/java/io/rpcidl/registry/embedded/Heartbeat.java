package io.rpcidl.registry.embedded;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.embedded.contract.RegistrarAsync;
import io.rpcidl.registry.embedded.contract.ServerInstance;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one server registered with one registry: the registration itself is the heartbeat, so a registry that lost its memory has
 * it back with the next one, within a third of the lease. One is under way at a time, so that an older one never comes last.
 */
final class Heartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final Duration lease;
    private final long periodMillis;
    private final RemoteRegistrar remote;
    private final RegistrarAsync registrar;
    private final ScheduledExecutorService timer;

    // guarded by this
    private final Backoff backoff = new Backoff();
    private ServerInstance instance;
    private boolean beating;
    private boolean changed;
    private boolean failing;
    private boolean closed;
    private @Nullable ScheduledFuture<?> next;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    Heartbeat(Instance instance, Duration lease, RemoteRegistrar remote, ScheduledExecutorService timer) {
        this.instance = Conversions.toContract(instance);
        this.lease = lease;
        this.periodMillis = Math.max(1, lease.toMillis() / 3);
        this.remote = remote;
        this.registrar = remote.within(Duration.ofMillis(Math.min(2_000, Math.max(200, periodMillis))));
        this.timer = timer;
    }

    synchronized void start() {
        beatIn(0);
    }

    synchronized void update(Instance newer) {
        instance = Conversions.toContract(newer);
        changed = true;
        if (!beating && !closed) {
            beatIn(0);
        }
    }

    /** Ends it and takes the server off the registry; the future ends with that, or fails with the reason. */
    CompletableFuture<?> leave() {
        CompletableFuture<?> beat;
        String id;
        synchronized (this) {
            closed = true;
            beat = last;
            id = instance.id();
            if (next != null) {
                next.cancel(false);
            }
        }
        return beat.handle((done, failure) -> true) // a beat that came in later would register it again
                .thenCompose(ended -> registrar.deregister(id));
    }

    private void beatIn(long millis) {
        if (next != null) {
            next.cancel(false);
        }
        try {
            next = timer.schedule(this::beat, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("{}: closed while {} was registered", remote.target(), instance.id());
        }
    }

    private synchronized void beat() {
        if (!closed && !beating) {
            beating = true;
            changed = false;
            CompletableFuture<?> beat = registrar.register(instance, lease);
            last = beat;
            beat.whenComplete((done, failure) -> beaten(failure));
        }
    }

    private synchronized void beaten(@Nullable Throwable failure) {
        beating = false;
        if (failure == null) {
            if (failing) {
                LOG.info("{}: registered again", remote.target());
            }
            backoff.reset();
        } else if (!failing) {
            String address = instance.host() + ":" + instance.port();
            LOG.warn("{}: cannot register {}: {}", remote.target(), address, failure.getMessage());
        }
        failing = failure != null;
        if (!closed) {
            beatIn(failing ? Math.min(backoff.nextMillis(), periodMillis) : changed ? 0 : period());
        }
    }

    /** Somewhat less than a third of the lease, so that those who began together do not stay together. */
    private long period() {
        return periodMillis - ThreadLocalRandom.current().nextLong(periodMillis / 10 + 1);
    }
}
