package io.rpcidl.resilience;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many calls to a server succeeded and failed in each of the last intervals. Any thread may take note of a call; all else
 * belongs to whoever holds the lock of the evaluation.
 */
final class CallHistory {

    private static final int INTERVALS = 20;

    private final LongAdder successes = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final long[] succeeded = new long[INTERVALS];
    private final long[] failed = new long[INTERVALS];
    private long countedSuccesses; // adders only grow: to reset one could lose a call
    private long countedFailures;
    private int newest;

    void succeeded() {
        successes.increment();
    }

    void failed() {
        failures.increment();
    }

    /** Ends an interval, and forgets the oldest. */
    void count() {
        newest = (newest + 1) % INTERVALS;
        long allSuccesses = successes.sum();
        long allFailures = failures.sum();
        succeeded[newest] = allSuccesses - countedSuccesses;
        failed[newest] = allFailures - countedFailures;
        countedSuccesses = allSuccesses;
        countedFailures = allFailures;
    }

    /** Begins as if nothing had been called. */
    void forget() {
        countedSuccesses = successes.sum();
        countedFailures = failures.sum();
        Arrays.fill(succeeded, 0);
        Arrays.fill(failed, 0);
    }

    /** Returns the share of failures in as many of the last intervals as had a number of calls; negative if all had not. */
    double failureRate(int volume) {
        long good = 0;
        long bad = 0;
        for (int back = 0; back < INTERVALS && good + bad < volume; back++) {
            int each = (newest - back + INTERVALS) % INTERVALS;
            good += succeeded[each];
            bad += failed[each];
        }
        return good + bad < volume ? -1 : (double) bad / (good + bad);
    }
}
