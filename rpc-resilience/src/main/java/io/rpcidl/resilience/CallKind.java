package io.rpcidl.resilience;

import java.util.concurrent.atomic.AtomicInteger;

/** A kind of calls under a {@link ConcurrencyLimit}, and how each begins and ends. Safe for any number of threads. */
public final class CallKind {

    private static final long LONGEST_UNLESS_WAIT = 1_000_000_000;

    final Baseline baseline = new Baseline(); // guarded by the lock
    private final ConcurrencyLimit limit;
    private final Probe probe;
    private final Sample.Counters ended = new Sample.Counters();
    private final Sample.Counters probed = new Sample.Counters();
    private final AtomicInteger inFlight = new AtomicInteger();
    private Sample seen = Sample.NONE; // guarded by the lock, as what follows
    private Sample probedBefore = Sample.NONE;

    CallKind(ConcurrencyLimit limit, Probe probe) {
        this.limit = limit;
        this.probe = probe;
    }

    /**
     * Takes a place for a call, and returns whether there was one. Whoever got one must call {@link #ended} or {@link
     * #dropped} when it ends, once.
     */
    public boolean tryBegin(long nowNanos) {
        return limit.tryBegin(this, nowNanos);
    }

    /**
     * Gives a place back: the call was carried out.
     *
     * @param latencyNanos how long that took, from when the call was let in
     */
    public void ended(long latencyNanos, long nowNanos) {
        ended.add(latencyNanos);
        if (probe.counts(nowNanos - latencyNanos)) {
            probed.add(latencyNanos);
        }
        dropped();
        limit.look(nowNanos);
    }

    /**
     * Gives a place back: the call was cancelled, had no time left, or failed early. How long that took says nothing of how
     * long calls take.
     */
    public void dropped() {
        inFlight.decrementAndGet();
        limit.giveBack();
    }

    void begun() {
        inFlight.incrementAndGet();
    }

    int inFlight() {
        return inFlight.get();
    }

    boolean isWait() {
        return baseline.nanos() > LONGEST_UNLESS_WAIT;
    }

    /** Returns those that ended in this window. */
    Sample fresh() {
        return ended.all().since(seen);
    }

    void skip() {
        seen = ended.all();
    }

    void beginProbe() {
        probedBefore = probed.all();
    }

    /** Returns those that counted in this probe. */
    Sample probed() {
        return probed.all().since(probedBefore);
    }
}
