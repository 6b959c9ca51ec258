package io.rpcidl.runtime.client;

/**
 * For how long a server that could not be reached, or was lost with calls in flight, counts as down: 100 ms after the first failure, twice as long after
 * each further one, 5 s at most. It does not keep anybody from trying; others are merely tried first. Guarded by its
 * owner's lock.
 */
final class Backoff {

    private static final long FIRST_NANOS = 100_000_000L;
    private static final long LONGEST_NANOS = 5_000_000_000L;

    private long nanos;
    private long until;

    void failed(long now) {
        nanos = Math.min(Math.max(FIRST_NANOS, nanos * 2), LONGEST_NANOS);
        until = now + nanos;
    }

    void succeeded() {
        nanos = 0;
    }

    boolean isDown(long now) {
        return nanos > 0 && until - now > 0;
    }
}
