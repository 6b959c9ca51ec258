package io.rpcidl.resilience;

/**
 * Says from windows and probes what the limit is; see {@link ConcurrencyLimit}. Belongs to whoever holds the lock.
 */
final class OverloadJudge {

    private static final int STANDING =
            2; // windows: a queue that goes by itself is no harm, as CoDel (RFC 8289) has it
    private static final double PEAK_RISE = 0.3;
    private static final double PEAK_PROBED = 0.95; // what is left of it, to be reached again if it is true
    private static final double PEAK_FALL = 0.01; // the peak is that of some ten seconds
    private static final long PROBE_EVERY = 10_000_000_000L;
    private static final long FORGIVEN_AFTER = 10_000_000_000L;
    private static final int LEAST_PROBE = 4;

    private final ConcurrencyPolicy policy;
    private boolean limiting;
    private boolean suspecting;
    private int standing; // so many windows
    private double factor; // of the last window
    private double tolerated; // then
    private double peak; // of the useful concurrency
    private long nextProbe;
    private boolean probed; // ever
    private int extra; // over what the peak allows
    private long lastRefusal;

    OverloadJudge(ConcurrencyPolicy policy) {
        this.policy = policy;
        this.tolerated = policy.tolerance();
    }

    boolean isLimiting() {
        return limiting;
    }

    /** Takes a window, and returns whether a probe is needed. */
    boolean judge(LoadWindow window, long now) {
        factor = window.factor();
        tolerated = window.tolerated(policy);
        double useful = window.usefulConcurrency();
        // where calls are refused less is done because less is let in: to follow that would let in less and less
        double fall = limiting && window.refused() ? 0 : PEAK_FALL;
        peak += (useful - peak) * (useful > peak ? PEAK_RISE : fall);
        if (limiting) {
            return judgeLimit(window, now);
        }
        boolean queues = window.certainFactor() > tolerated && window.concurrency() > policy.floor();
        standing = queues ? standing + 1 : 0;
        boolean full = window.refused() && (!probed || now - nextProbe >= 0);
        if (standing < STANDING && !full || policy.isFixed()) {
            return false;
        }
        limiting = true;
        suspecting = true;
        extra = 0;
        peak = Math.max(peak, useful);
        lastRefusal = now;
        return true;
    }

    private boolean judgeLimit(LoadWindow window, long now) {
        if (window.nanos() >= FORGIVEN_AFTER) {
            open(); // only where nobody called is a window as long as that
        } else if (window.refused()) {
            lastRefusal = now;
            // there is demand: more is tried, as long as it does no harm, and given up at once where it does (AIMD)
            extra = factor <= tolerated ? extra + 1 + limit() / 50 : 0;
        } else if (now - lastRefusal >= FORGIVEN_AFTER) {
            open();
        }
        return limiting && window.refused() && now - nextProbe >= 0;
    }

    private void open() {
        limiting = false;
        standing = 0;
    }

    /**
     * Returns how many calls to let in for a probe: surely too few to queue. What is known of a server that only just began to
     * limit may be wrong by far.
     */
    int probeConcurrency() {
        double few = peak / (suspecting ? 8 : 2);
        return Math.max(Math.min(LEAST_PROBE, policy.floor()), (int) Math.min(policy.max(), few));
    }

    /** Returns whether it only just began to limit, and does not know yet whether it is right. */
    boolean isSuspecting() {
        return suspecting;
    }

    /** Takes what came of a probe. */
    void probed(Probe.Findings findings, long now) {
        peak *= findings.change() * (suspecting ? 1 : PEAK_PROBED);
        extra = 0;
        probed = true;
        nextProbe = now + PROBE_EVERY;
        lastRefusal = now;
        if (suspecting && factor / (findings.change() + findings.doubt()) <= tolerated) {
            open(); // what calls take without a queue, or chance, explains it
        }
        suspecting = false;
    }

    int limit() {
        if (!limiting) {
            return policy.max();
        }
        double busy = Math.ceil(peak * tolerated) + extra;
        return (int) Math.min(policy.max(), Math.max(policy.floor(), busy));
    }
}
