package io.rpcidl.runtime.client;

import io.rpcidl.transport.thread.Shared;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongPredicate;

/**
 * Ends calls at their deadline by looking at all that are in flight every few milliseconds: a deadline costs a call
 * nothing, and is met within {@value Ticker#TICK_MILLIS} ms. While no call is in flight nothing runs. The clients of a JVM share one
 * thread. Safe for any number of threads.
 */
final class Expiry implements AutoCloseable {

    private static final Shared<Ticker> TICKER = new Shared<>(Ticker::new, Ticker::close);

    private final Shared<Ticker>.Share ticker = TICKER.take();
    private final LongPredicate sweep;
    private final Runnable tick = this::tick;
    private final AtomicBoolean ticking = new AtomicBoolean();
    private volatile boolean closed;

    /** Makes an expiry that calls {@code sweep} with the reading of {@link System#nanoTime}; it says whether any call is left. */
    Expiry(LongPredicate sweep) {
        this.sweep = sweep;
    }

    /** A call is in flight, and can be found there. */
    void started() {
        if (!ticking.get() && !closed && ticking.compareAndSet(false, true)) {
            ticker.value().soon(tick);
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
        closed = true;
        ticker.close();
    }
}
