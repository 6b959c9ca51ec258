package io.rpcidl.registry.embedded;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import io.rpcidl.registry.embedded.contract.RegistrarAsync;
import io.rpcidl.registry.embedded.contract.ServerInstance;
import io.rpcidl.runtime.CallOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one server registered: the registration itself is the heartbeat, so a registry that lost its memory has it back
 * with the next one.
 */
final class Heartbeat implements Registry.Registration {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private volatile ServerInstance instance;
    private final Duration lease;
    private final String target;
    private final RegistrarAsync registrar;
    private final ScheduledExecutorService timer;
    private final Consumer<Heartbeat> onClose;
    private @Nullable ScheduledFuture<?> beat; // guarded by this
    private boolean closed; // guarded by this
    private boolean again; // there is something to say that the beat under way does not; guarded by this
    private volatile boolean failing;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null); // guarded by this

    Heartbeat(
            Instance instance,
            Duration lease,
            String target,
            RegistrarAsync registrar,
            ScheduledExecutorService timer,
            Consumer<Heartbeat> onClose) {
        this.instance = Conversions.toContract(instance);
        this.lease = lease;
        this.target = target;
        this.registrar = registrar.with(CallOptions.DEFAULT.withTimeout(PATIENCE));
        this.timer = timer;
        this.onClose = onClose;
    }

    synchronized void start() {
        long period = Math.max(1, lease.toMillis() / 3);
        beat = timer.scheduleAtFixedRate(this::beat, 0, period, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void update(Instance newer) {
        instance = Conversions.toContract(newer);
        beatSoon();
    }

    private void beatSoon() {
        try {
            timer.execute(this::beat);
        } catch (RejectedExecutionException e) {
            LOG.debug("{}: closed meanwhile", target);
        }
    }

    /** One at a time: the registry answers two in any order, and what is older could be the last that it hears. */
    private synchronized void beat() {
        if (closed) {
            return;
        }
        again = !last.isDone();
        if (!again) {
            last = registrar.register(instance, lease);
            last.whenComplete((done, failure) -> ended(failure));
        }
    }

    private void ended(@Nullable Throwable failure) {
        if (failure != null && !failing) {
            LOG.warn(
                    "{}: cannot register {}: {}",
                    target,
                    instance.host() + ":" + instance.port(),
                    failure.getMessage());
        } else if (failure == null && failing) {
            LOG.info("{}: registered again", target);
        }
        failing = failure != null;
        synchronized (this) {
            if (again) {
                beatSoon();
            }
        }
    }

    @Override
    public void close() {
        CompletableFuture<?> underWay;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            underWay = last;
            if (beat != null) {
                beat.cancel(false);
            }
        }
        onClose.accept(this);
        try {
            underWay.handle((done, failure) -> true) // a beat that came in later would register it again
                    .thenCompose(ended -> registrar.deregister(instance.id()))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("{}: could not deregister, the lease will end: {}", target, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
