package io.rpcidl.resilience;

import java.util.concurrent.atomic.LongAdder;

/**
 * How long some calls took.
 *
 * @param calls how many there were
 * @param nanos how long in all
 * @param squares the sum of the squares, of microseconds
 */
record Sample(long calls, long nanos, long squares) {

    static final Sample NONE = new Sample(0, 0, 0);

    /** Returns what came after another sample of the same counters. */
    Sample since(Sample earlier) {
        return new Sample(calls - earlier.calls, nanos - earlier.nanos, squares - earlier.squares);
    }

    double mean() {
        return calls == 0 ? 0 : (double) nanos / calls;
    }

    /** Returns the square of how far off the sum may be by chance: of its standard error. */
    double variance() {
        return Math.max(0, squares * 1e6 - mean() * nanos);
    }

    /** Returns how far off the mean may be by chance: its standard error. */
    double meanError() {
        return calls == 0 ? 0 : Math.sqrt(variance()) / calls;
    }

    /** Counts calls, and only ever grows: to reset it could lose a call. Safe for any number of threads. */
    static final class Counters {

        private static final long LONGEST_SQUARED = 10_000_000_000L;

        private final LongAdder calls = new LongAdder();
        private final LongAdder nanos = new LongAdder();
        private final LongAdder squares = new LongAdder(); // may run over, which differences do not mind

        void add(long latencyNanos) {
            calls.increment();
            nanos.add(latencyNanos);
            long micros = Math.min(latencyNanos, LONGEST_SQUARED) / 1_000;
            squares.add(micros * micros);
        }

        Sample all() {
            return new Sample(calls.sum(), nanos.sum(), squares.sum());
        }
    }
}
