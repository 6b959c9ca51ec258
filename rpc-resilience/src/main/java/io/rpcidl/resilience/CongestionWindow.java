package io.rpcidl.resilience;

/**
 * How many calls a client has in flight to a server that refuses some of them for want of room. It is TCP's congestion avoidance
 * (RFC 5681, section 3.1) with calls for segments and refusals for losses: half as many after a refusal, one more after each
 * window of calls that were taken. Until something is refused there is no window. Refusals of calls that were sent before the
 * last cut are that cut's reason, too, and cut nothing. Safe for any number of threads.
 */
public final class CongestionWindow {

    private static final long FIRST_PAUSE = 5_000_000;
    private static final long LONGEST_PAUSE = 500_000_000;

    private final int max;
    private volatile int size;

    // all below is guarded by this
    private int taken; // since the size changed
    private long cut;
    private long pause = FIRST_PAUSE;
    private volatile long pausedUntil;

    /**
     * Makes one that limits nothing yet.
     *
     * @param max the size at which it limits nothing, at least 1
     */
    public CongestionWindow(int max, long nowNanos) {
        if (max < 1) {
            throw new IllegalArgumentException("not positive: " + max);
        }
        this.max = max;
        this.size = max;
        this.cut = nowNanos;
        this.pausedUntil = nowNanos;
    }

    /** Returns whether it keeps anything back at the moment. */
    public boolean isLimiting() {
        return size < max;
    }

    /** Returns whether another call may be sent beside those that are in flight. */
    public boolean mayBegin(int inFlight, long nowNanos) {
        return inFlight < size && nowNanos - pausedUntil >= 0;
    }

    /** Returns how many calls may be in flight. */
    public int size() {
        return size;
    }

    /** Takes note of a call that the server has taken. */
    public void taken() {
        if (isLimiting()) {
            grow();
        }
    }

    private synchronized void grow() {
        pause = FIRST_PAUSE;
        taken++;
        if (taken >= size && size < max) {
            taken = 0;
            size++;
        }
    }

    /**
     * Takes note of a call that the server has refused.
     *
     * @param inFlight how many were in flight with it
     * @param sentNanos when it was sent
     */
    public synchronized void refused(int inFlight, long sentNanos, long nowNanos) {
        if (isLimiting() && sentNanos - cut < 0) {
            return;
        }
        cut = nowNanos;
        taken = 0;
        size = Math.max(1, Math.min(size, inFlight) / 2);
        pausedUntil = nowNanos + pause;
        pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
}
