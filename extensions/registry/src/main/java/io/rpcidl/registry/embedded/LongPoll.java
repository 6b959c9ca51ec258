package io.rpcidl.registry.embedded;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import io.rpcidl.registry.embedded.contract.Changes;
import io.rpcidl.registry.embedded.contract.Registrar;
import io.rpcidl.registry.embedded.contract.RegistrarAsync;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one registry again and again for what is newer than what is known of the servers of a service, or of all. One question is
 * under way at a time. Changes are waited for at the registry, but asked for at most ten times a second: what comes in between
 * comes together.
 */
final class LongPoll {

    /** Who follows; is told things one at a time. */
    interface Follower extends Registry.Listener {
        /** The registry answers, with or without anything new. */
        void answered();

        /** Returns who follows one registry and no other. */
        static Follower alone(Registry.Listener listener) {
            return new Follower() {
                @Override
                public void answered() {}

                @Override
                public void instances(List<Instance> instances) {
                    listener.instances(instances);
                }

                @Override
                public void unreachable(String reason) {
                    listener.unreachable(reason);
                }
            };
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(LongPoll.class);
    private static final Duration WAIT = Duration.ofSeconds(3);
    private static final long PACE_NANOS = 100_000_000;

    private final @Nullable String service; // null for all
    private final Follower follower;
    private final RemoteRegistrar remote;
    private final RegistrarAsync registrar;
    private final ScheduledExecutorService timer;
    private volatile boolean closed;
    private volatile @Nullable CompletableFuture<Changes> question;

    // touched by the end of one question after another
    private final Followed followed;
    private final Backoff backoff = new Backoff();
    private long asked;

    LongPoll(
            @Nullable String service,
            Follower follower,
            RemoteRegistrar remote,
            Duration grace,
            ScheduledExecutorService timer) {
        this.service = service;
        this.follower = follower;
        this.remote = remote;
        this.registrar = remote.within(WAIT.plusSeconds(5));
        this.followed = new Followed(remote.target(), grace, System::nanoTime);
        this.timer = timer;
    }

    /** Begins on a thread of its own: the one that asks first may handle a call, which this must not depend on. */
    void start() {
        askIn(0);
    }

    void close() {
        closed = true;
        CompletableFuture<Changes> open = question;
        if (open != null) {
            open.cancel(false); // the registry need not keep it
        }
    }

    private void ask() {
        if (closed) {
            return;
        }
        asked = System.nanoTime();
        Changes last = followed.last();
        Duration doubt = followed.doubt();
        Registrar.WatchRequest request = Registrar.WatchRequest.builder()
                .service(service)
                .patience(doubt.isZero() || doubt.compareTo(WAIT) > 0 ? WAIT : doubt)
                .epoch(last == null ? null : last.epoch())
                .revision(last == null ? null : last.revision())
                .base(last == null ? null : last.base())
                .build();
        CompletableFuture<Changes> answer = registrar.watch(request);
        question = answer;
        answer.whenComplete(this::answered);
    }

    private void answered(@Nullable Changes changes, @Nullable Throwable failure) {
        if (closed) {
            return;
        }
        if (changes == null) {
            String reason = failure == null ? "no answer" : String.valueOf(failure.getMessage());
            tell(() -> follower.unreachable("registry " + remote.target() + " does not answer: " + reason));
            askIn(TimeUnit.MILLISECONDS.toNanos(backoff.nextMillis()));
            return;
        }
        backoff.reset();
        List<Instance> servers = followed.take(changes);
        tell(follower::answered);
        if (servers != null) {
            tell(() -> follower.instances(servers));
        }
        askIn(changes.more() ? 0 : Math.max(0, asked + PACE_NANOS - System.nanoTime()));
    }

    private void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            LOG.error("{}: a listener of {} failed", remote.target(), service, e);
        }
    }

    private void askIn(long nanos) {
        try {
            timer.schedule(this::ask, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("{}: closed while it was asked for {}", remote.target(), service);
        }
    }
}
