package io.rpcidl.resilience;

import java.util.List;

/**
 * What a while was like, over all kinds of calls but waits.
 *
 * @param nanos its length
 * @param calls how many ended
 * @param latency how long they took in all
 * @param useful how long they had taken without a queue
 * @param doubt how far off the latency may be by chance: its standard error
 * @param waiting how many waits are in flight
 * @param refused whether there were more calls than the limit
 */
record LoadWindow(long nanos, long calls, double latency, double useful, double doubt, int waiting, boolean refused) {

    /** A wait that is never called a queue: 5 ms, CoDel's target (RFC 8289). */
    private static final double GRACE = 5_000_000;

    /** Takes what is new of all kinds, and lets their baselines learn from it. */
    static LoadWindow close(List<CallKind> kinds, long length, boolean refused, boolean limiting) {
        long calls = 0;
        double latency = 0;
        double useful = 0;
        double variance = 0;
        int waiting = 0;
        for (CallKind kind : kinds) {
            Sample fresh = kind.fresh();
            double before = kind.baseline.nanos();
            kind.baseline.learn(fresh, limiting && !kind.isWait());
            double baseline = before > 0 ? before : kind.baseline.nanos();
            if (kind.isWait()) {
                waiting += kind.inFlight();
            } else if (baseline > 0) {
                calls += fresh.calls();
                latency += fresh.nanos();
                useful += fresh.calls() * baseline;
                variance += fresh.variance();
            }
        }
        return new LoadWindow(length, calls, latency, useful, Math.sqrt(variance), waiting, refused);
    }

    /** Returns how many times as long as they had to the calls took. */
    double factor() {
        return useful > 0 ? latency / useful : 1;
    }

    /** Returns the least that the factor is, all but certainly, however much calls vary. */
    double certainFactor() {
        return useful > 0 ? (latency - 2 * doubt) / useful : 1;
    }

    /**
     * Returns how many times as long a call may take: as the policy says, but calls so short that they then waited for less than
     * 5 ms may wait for that long. To refuse a call costs both sides more than some of them take.
     */
    double tolerated(ConcurrencyPolicy policy) {
        return useful > 0 ? Math.max(policy.tolerance(), 1 + GRACE * calls / useful) : policy.tolerance();
    }

    /** Returns how many calls were in flight on average, by Little's law. */
    double concurrency() {
        return latency / nanos;
    }

    /** Returns how many had been without a queue. */
    double usefulConcurrency() {
        return useful / nanos;
    }

    /** Returns how long it takes until the calls in flight have ended, at the pace of this window. */
    long timeToDrain(int inFlight) {
        return calls == 0 ? nanos : (long) ((double) nanos / calls * Math.max(0, inFlight - waiting));
    }
}
