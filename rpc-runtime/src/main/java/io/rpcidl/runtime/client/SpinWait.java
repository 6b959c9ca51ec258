package io.rpcidl.runtime.client;

import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * Lets a caller whose call is alone look for its answer for a moment before it sleeps (two-phase waiting: Ousterhout, Scheduling
 * Techniques for Concurrent Systems, 1982). Waking a processor that has gone to sleep takes longer than a short call. One that is kept
 * awake runs the threads that bring the answer, too, for the caller gives way to whoever has something to do. Where answers take
 * longer than that moment, callers soon sleep at once. A virtual thread gives way to other virtual threads only. Safe for any number of
 * threads, few of which look at a time.
 */
final class SpinWait {

    static final long NANOS = 100_000;

    /** What a method's callers begin with, and have at most. An answer in time adds one, one that is late takes one away. */
    static final int PATIENCE = 16;

    /** With no patience left, one lone call of so many looks all the same, to learn of better times. */
    static final int SELDOM = 64;

    private static final Semaphore LOOKING =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 4));

    private final LongSupplier clock;
    private volatile int patience = PATIENCE; // no more than a guess, as what follows: two may count at once
    private int passed;

    SpinWait(LongSupplier clock) {
        this.clock = clock;
    }

    /** Returns as soon as a future is done, or it is better to sleep until it is, or the thread is interrupted. */
    void await(Future<?> answer) {
        if (!answer.isDone() && pays() && LOOKING.tryAcquire()) {
            try {
                look(answer);
            } finally {
                LOOKING.release();
            }
        }
    }

    private boolean pays() {
        return patience > 0 || ++passed % SELDOM == 0;
    }

    private void look(Future<?> answer) {
        long start = clock.getAsLong();
        boolean late = false;
        while (!late && !answer.isDone()) {
            if (Thread.currentThread().isInterrupted()) {
                return; // for whoever waits has to say so
            }
            Thread.yield();
            late = clock.getAsLong() - start >= NANOS;
        }
        patience = late ? Math.max(0, patience - 1) : Math.min(PATIENCE, patience + 1);
    }
}
