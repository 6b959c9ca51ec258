package io.rpcidl.registry.embedded;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next try, while tries fail: from 200 ms on twice as long each time, up to 5 s, and at random
 * between that and half of it, so that those who lost the same registry do not come back together. Not for several threads.
 */
final class Backoff {

    private static final long FIRST_MILLIS = 400;
    private static final long LONGEST_MILLIS = 5_000;
    private static final int ENOUGH = 10;

    private final DoubleSupplier random;
    private int failures;

    Backoff() {
        this(() -> ThreadLocalRandom.current().nextDouble());
    }

    /** Makes one with a source of numbers from 0 to 1. */
    Backoff(DoubleSupplier random) {
        this.random = random;
    }

    /** Notes that a try has failed; returns the milliseconds until the next. */
    long nextMillis() {
        long most = Math.min(LONGEST_MILLIS, FIRST_MILLIS << failures);
        failures = Math.min(failures + 1, ENOUGH);
        return most / 2 + (long) (most / 2.0 * random.getAsDouble());
    }

    /** Notes that one has not. */
    void reset() {
        failures = 0;
    }
}
