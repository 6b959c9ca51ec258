package io.rpcidl.resilience;

/**
 * How many calls a client has in flight to a server that refuses some of them for want of room. It is TCP's congestion avoidance
 * (RFC 5681, section 3.1) with calls for segments and refusals for losses: half as many after a refusal, one more after each
 * window of calls that were taken. Until something is refused there is no window, and it is twice as wide for each second in which
 * nothing was: calls that wait for events, and callers that come rarely, are not held up by an overload that is over. Refusals of
 * calls that were sent before the last cut are that cut's reason, too, and cut nothing. Safe for any number of threads.
 */
public final class CongestionWindow {

    private static final long SECOND = 1_000_000_000;
    private static final long FIRST_PAUSE = 5_000_000;
    private static final long LONGEST_PAUSE = 500_000_000;

    private final int max;
    private volatile int size;
    private volatile long cut; // when it was; written under the lock, as what follows
    private volatile long pausedUntil;
    private int taken; // since the size changed
    private long pause = FIRST_PAUSE;

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

    /** Returns whether it may keep something back. */
    public boolean isLimiting() {
        return size < max;
    }

    /** Returns whether another call may be sent beside those that are in flight. */
    public boolean mayBegin(int inFlight, long nowNanos) {
        int now = size(nowNanos);
        if (now >= max) {
            size = max; // nothing was refused for long
            return true;
        }
        return inFlight < now && nowNanos - pausedUntil >= 0;
    }

    /** Returns how many calls may be in flight. */
    public int size(long nowNanos) {
        int last = size;
        long seconds = Math.min(30, (nowNanos - cut) / SECOND);
        return (int) Math.min(max, (long) last << Math.max(0, seconds));
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
        size = Math.max(1, Math.min(size(nowNanos), inFlight) / 2);
        cut = nowNanos;
        taken = 0;
        pausedUntil = nowNanos + pause;
        pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
}
