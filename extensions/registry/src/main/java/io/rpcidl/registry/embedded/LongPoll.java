package io.rpcidl.registry.embedded;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import io.rpcidl.registry.embedded.contract.Registrar;
import io.rpcidl.registry.embedded.contract.RegistrarAsync;
import io.rpcidl.registry.embedded.contract.Snapshot;
import io.rpcidl.runtime.CallOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the servers of one service, or all: asks again and again for what is newer than what it knows. A registry that was
 * restarted, or whose list is suddenly empty, has not heard of everybody yet: for the length of a lease the servers known
 * before stay listed beside those it names. One question is under way at a time.
 */
final class LongPoll implements Registry.Watch {

    private static final Logger LOG = LoggerFactory.getLogger(LongPoll.class);
    private static final Duration WAIT = Duration.ofSeconds(3);
    private static final Duration GRACE = EmbeddedRegistry.DEFAULT_LEASE;
    private static final int RETRY_MILLIS = 200;

    private final @Nullable String service; // null for all
    private final Registry.Listener listener;
    private final String target;
    private final RegistrarAsync registrar;
    private final ScheduledExecutorService timer;
    private final Consumer<LongPoll> onClose;
    private volatile boolean closed;

    // touched by the completion of one question after another
    private @Nullable Snapshot known;
    private List<Instance> told = List.of();
    private boolean anythingTold;
    private List<Instance> remembered = List.of();
    private boolean doubting;
    private long doubtUntil;

    LongPoll(
            @Nullable String service,
            Registry.Listener listener,
            String target,
            RegistrarAsync registrar,
            ScheduledExecutorService timer,
            Consumer<LongPoll> onClose) {
        this.service = service;
        this.listener = listener;
        this.target = target;
        this.registrar = registrar.with(CallOptions.DEFAULT.withTimeout(WAIT.plusSeconds(5)));
        this.timer = timer;
        this.onClose = onClose;
    }

    /** Begins on a thread of its own: the one that asks first may handle a call, which this must not depend on. */
    void start() {
        askLater(0);
    }

    @Override
    public void close() {
        closed = true;
        onClose.accept(this);
    }

    private void ask() {
        if (closed) {
            return;
        }
        Registrar.WatchRequest request = Registrar.WatchRequest.builder()
                .service(service)
                .patience(WAIT)
                .epoch(known == null ? null : known.epoch())
                .revision(known == null ? null : known.revision())
                .build();
        registrar.watch(request).whenComplete((snapshot, failure) -> {
            if (closed) {
                return;
            }
            if (failure == null) {
                try {
                    take(snapshot);
                } catch (RuntimeException e) {
                    LOG.error("{}: a listener of {} failed", target, service, e);
                }
                ask();
            } else {
                listener.unreachable("registry " + target + " does not answer: " + failure.getMessage());
                askLater(RETRY_MILLIS);
            }
        });
    }

    private void askLater(int millis) {
        try {
            timer.schedule(this::ask, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("{}: closed while it was asked for {}", target, service);
        }
    }

    private void take(Snapshot snapshot) {
        long now = System.nanoTime();
        List<Instance> instances = Conversions.fromContract(snapshot, target);
        boolean restarted = known != null && !known.epoch().equals(snapshot.epoch());
        if (restarted || (instances.isEmpty() && !told.isEmpty() && !doubting)) {
            doubting = true;
            doubtUntil = now + GRACE.toNanos();
            remembered = told;
        }
        known = snapshot;
        if (doubting && doubtUntil - now > 0) {
            instances = withRemembered(instances);
        } else {
            doubting = doubting && instances.isEmpty();
        }
        if (!anythingTold || !instances.equals(told)) {
            anythingTold = true;
            told = instances;
            listener.instances(instances);
        }
    }

    private List<Instance> withRemembered(List<Instance> instances) {
        List<Instance> both = new ArrayList<>(instances);
        for (Instance each : remembered) {
            if (instances.stream().noneMatch(listed -> listed.endpoint().equals(each.endpoint()))) {
                both.add(each);
            }
        }
        return both;
    }
}
