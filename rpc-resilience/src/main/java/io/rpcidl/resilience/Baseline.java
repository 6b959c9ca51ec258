package io.rpcidl.resilience;

/**
 * How long a kind of calls takes without a queue. It follows what is usual slowly, and at once what is less, if that is not
 * chance. To take the lowest mean of late would be simpler, but the more windows there are the further the lowest lies below
 * what is usual, by chance alone, and the usual would look like a queue. Belongs to whoever holds the lock.
 */
final class Baseline {

    private static final double FALL = 0.1; // of the difference, for each window
    private static final double FOLLOW = 0.01; // so a dependency that became slow is usual after some twenty seconds
    private static final double WHOLE = 100; // fewer calls count as much less
    private static final int FIRST = 10; // calls that it takes to begin with

    private double nanos; // 0: not known
    private long windows = 1; // at first the mean of all: in the very first only the quick calls have ended
    private double firstCalls;
    private double firstNanos;

    /** Returns it, 0 if it is not known yet. */
    double nanos() {
        return nanos;
    }

    /** Learns from a window; {@code falls}: whether it may only become less, as calls are known to queue. */
    void learn(Sample window, boolean falls) {
        if (nanos == 0) {
            firstCalls += window.calls();
            firstNanos += window.nanos();
            nanos = firstCalls >= FIRST ? firstNanos / firstCalls : 0;
        } else if (window.calls() > 0) {
            double difference = window.mean() - nanos;
            boolean less = difference < -2 * window.meanError();
            windows++;
            double weight = less ? FALL : falls ? 0 : Math.max(FOLLOW, 1.0 / windows);
            nanos += difference * weight * Math.min(1, window.calls() / WHOLE);
        }
    }

    /** Takes what was measured without a queue. */
    void set(double measured) {
        nanos = measured;
    }
}
