package io.rpcidl.runtime.server;

import io.rpcidl.transport.Connection;
import java.time.Duration;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One timer of a connection for all things of a kind that may be late. It is never far off, so that few are left over: it looks
 * again when the next thing would be late. Safe for any number of threads.
 */
final class LateTimer {

    private final Connection connection;
    private final long farthest;
    private final LongFunction<@Nullable Long> endLate;
    private @Nullable Long next; // the reading of the clock at which it looks; guarded by this

    /**
     * Makes a timer that does not run.
     *
     * @param farthest how far off it may be, in nanoseconds
     * @param endLate ends what is late by a reading of the clock, on the I/O thread; returns when the next thing is due, or null
     *     if there is none
     */
    LateTimer(Connection connection, long farthest, LongFunction<@Nullable Long> endLate) {
        this.connection = connection;
        this.farthest = farthest;
        this.endLate = endLate;
    }

    /** Looks, at the latest, when the clock shows this. */
    void look(long due) {
        long now = System.nanoTime();
        long at = due - now < farthest ? due : now + farthest;
        synchronized (this) {
            if (next != null && at - next >= 0) {
                return;
            }
            next = at;
        }
        connection.schedule(Duration.ofNanos(Math.max(1_000_000, at - now)), () -> run(at));
    }

    private void run(long at) {
        synchronized (this) {
            if (next == null || next != at) {
                return; // another look has taken its place
            }
            next = null;
        }
        Long due = endLate.apply(System.nanoTime());
        if (due != null) {
            look(due);
        }
    }
}
