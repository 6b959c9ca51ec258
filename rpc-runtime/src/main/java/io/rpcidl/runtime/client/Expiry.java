package io.rpcidl.runtime.client;

import io.rpcidl.transport.thread.Workers;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

/**
 * Ends calls at their deadline by looking at all that are in flight every few milliseconds: a deadline costs a call
 * nothing, and is met within {@value #TICK_MILLIS} ms. While no call is in flight nothing runs. Safe for any number of
 * threads.
 */
final class Expiry implements AutoCloseable {

    static final int TICK_MILLIS = 10;

    private final ScheduledThreadPoolExecutor timer;
    private final LongConsumer sweep;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicBoolean ticking = new AtomicBoolean();

    /** Makes an expiry that calls {@code sweep} with the reading of {@link System#nanoTime}. */
    Expiry(LongConsumer sweep) {
        this.sweep = sweep;
        this.timer = new ScheduledThreadPoolExecutor(1, Workers.daemons("rpcidl-deadlines"));
    }

    void started() {
        if (inFlight.incrementAndGet() == 1) {
            tickLater();
        }
    }

    void ended() {
        inFlight.decrementAndGet();
    }

    private void tickLater() {
        if (ticking.compareAndSet(false, true)) {
            try {
                timer.schedule(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                ticking.set(false); // closed meanwhile
            }
        }
    }

    private void tick() {
        try {
            sweep.accept(System.nanoTime());
        } finally {
            ticking.set(false);
            if (inFlight.get() > 0) {
                tickLater();
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
