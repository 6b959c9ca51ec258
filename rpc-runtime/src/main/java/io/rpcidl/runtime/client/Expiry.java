package io.rpcidl.runtime.client;

import io.rpcidl.transport.thread.Workers;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongPredicate;

/**
 * Ends calls at their deadline by looking at all that are in flight every few milliseconds: a deadline costs a call
 * nothing, and is met within {@value #TICK_MILLIS} ms. While no call is in flight nothing runs. Safe for any number of
 * threads.
 */
final class Expiry implements AutoCloseable {

    static final int TICK_MILLIS = 10;

    private final ScheduledThreadPoolExecutor timer;
    private final LongPredicate sweep;
    private final AtomicBoolean ticking = new AtomicBoolean();

    /** Makes an expiry that calls {@code sweep} with the reading of {@link System#nanoTime}; it says whether any call is left. */
    Expiry(LongPredicate sweep) {
        this.sweep = sweep;
        this.timer = new ScheduledThreadPoolExecutor(1, Workers.daemons("rpcidl-deadlines"));
    }

    /** A call is in flight, and can be found there. */
    void started() {
        if (!ticking.get() && ticking.compareAndSet(false, true)) {
            try {
                timer.schedule(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                ticking.set(false); // closed meanwhile
            }
        }
    }

    private void tick() {
        ticking.set(false); // first: who starts a call that is not seen now has it looked at again
        boolean left = true;
        try {
            left = sweep.test(System.nanoTime());
        } finally {
            if (left) {
                started();
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
