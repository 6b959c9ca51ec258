package io.rpcidl.runtime.registry.embedded;

import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.registry.Instance;
import io.rpcidl.runtime.registry.Registry;
import io.rpcidl.runtime.registry.embedded.contract.Registrar;
import io.rpcidl.runtime.registry.embedded.contract.RegistrarAsync;
import io.rpcidl.runtime.registry.embedded.contract.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the servers of one service: asks again and again for what is newer than what it knows. A list that was not
 * empty and becomes empty is not believed before it has stayed so for {@link #EMPTY_GRACE}: it is how a registry looks
 * that was just restarted. One question is under way at a time.
 */
final class LongPoll implements Registry.Watch {

    private static final Logger LOG = LoggerFactory.getLogger(LongPoll.class);
    private static final Duration WAIT = Duration.ofSeconds(3);
    private static final Duration EMPTY_GRACE = Duration.ofSeconds(10);
    private static final int RETRY_MILLIS = 200;

    private final String service;
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
    private long emptySince;
    private boolean empty;

    LongPoll(
            String service,
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

    void start() {
        ask();
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
                take(snapshot);
                ask();
            } else {
                listener.unreachable("registry " + target + " does not answer: " + failure.getMessage());
                askLater();
            }
        });
    }

    private void askLater() {
        try {
            timer.schedule(this::ask, RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("{}: closed while it was asked for {}", target, service);
        }
    }

    private void take(Snapshot snapshot) {
        known = snapshot;
        List<Instance> instances = Conversions.fromContract(snapshot, target);
        if (instances.isEmpty() && !told.isEmpty() && !isEmptyLongEnough()) {
            return;
        }
        empty = empty && instances.isEmpty();
        if (!anythingTold || !instances.equals(told)) {
            anythingTold = true;
            told = instances;
            listener.instances(instances);
        }
    }

    private boolean isEmptyLongEnough() {
        long now = System.nanoTime();
        if (!empty) {
            empty = true;
            emptySince = now;
        }
        return now - emptySince >= EMPTY_GRACE.toNanos();
    }
}
