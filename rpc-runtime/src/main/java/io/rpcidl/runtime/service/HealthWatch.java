package io.rpcidl.runtime.service;

import io.rpcidl.runtime.service.health.ServingStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The status of a service for one watcher. It keeps no items: whenever something may have changed it looks, and says what
 * it sees if that is news and the watcher has asked. It does so on the thread of whoever changed it, one at a time.
 */
final class HealthWatch implements Flow.Publisher<ServingStatus>, Flow.Subscription {

    private final ServerHealth health;
    private final String service;
    private final Duration repeat;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger(); // that are wanted since the last one began
    private volatile Flow.@Nullable Subscriber<? super ServingStatus> watcher;
    private volatile boolean cancelled;
    private volatile boolean due; // the same once more

    // touched by one look after another
    private @Nullable ServingStatus said;
    private CompletableFuture<Boolean> timer = CompletableFuture.completedFuture(false); // true once its time has come
    private boolean over;

    /** Makes a watch, for one subscriber; {@code repeat} without a change later the status is said again. */
    HealthWatch(ServerHealth health, String service, Duration repeat) {
        this.health = health;
        this.service = service;
        this.repeat = repeat;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ServingStatus> subscriber) {
        subscriber.onSubscribe(this);
        health.watches.add(this); // before a cancel can take it out
        watcher = subscriber;
        look();
    }

    @Override
    public void request(long items) {
        demand.accumulateAndGet(items, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
        look();
    }

    @Override
    public void cancel() {
        cancelled = true;
        look();
    }

    /** Something may have changed. */
    void look() {
        if (looks.getAndIncrement() != 0) {
            return; // whoever looks looks again
        }
        int seen;
        do {
            seen = looks.get();
            lookOnce();
        } while (looks.addAndGet(-seen) != 0);
    }

    private void lookOnce() {
        Flow.Subscriber<? super ServingStatus> to = watcher;
        if (over || to == null) {
            return;
        }
        boolean last = health.ended; // before the look, which then is the last
        ServingStatus now = health.status(service);
        if (!cancelled && (due || !now.equals(said)) && demand.get() > 0) {
            demand.decrementAndGet();
            due = false;
            said = now;
            to.onNext(now);
            repeatLater();
        }
        if (cancelled || last && now.equals(said)) {
            over = true;
            timer.complete(false);
            health.watches.remove(this);
            if (!cancelled) {
                to.onComplete();
            }
        }
    }

    private void repeatLater() {
        timer.complete(false); // not cancel(): Java 17 keeps the timer of a future that has failed
        timer = new CompletableFuture<Boolean>().completeOnTimeout(true, repeat.toMillis(), TimeUnit.MILLISECONDS);
        timer.thenAccept(come -> {
            if (come) {
                due = true;
                look();
            }
        });
    }
}
