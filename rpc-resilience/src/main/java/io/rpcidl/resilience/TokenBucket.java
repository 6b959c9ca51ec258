package io.rpcidl.resilience;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A rate that may be exceeded for a moment: a bucket of tokens that fills evenly. Kept as one number, the time at which the
 * bucket will be full again, as ITU-T I.371's generic cell rate algorithm does (its virtual scheduling). Safe for any number
 * of threads, without lock and allocation.
 *
 * <pre>{@code
 * TokenBucket bucket = new TokenBucket(100, 200, System.nanoTime());
 * if (!bucket.tryTake(System.nanoTime())) {
 *     later(bucket.untilNext(System.nanoTime()));
 * }
 * }</pre>
 */
public final class TokenBucket {

    private static final double SECOND = 1e9;

    private final long period; // in which one token comes
    private final long depth; // time in which an empty bucket fills
    private final AtomicLong full; // when it is, or was

    /**
     * Makes a full bucket.
     *
     * @param perSecond tokens that come in a second, 0.001 to 1,000,000; kept to within 0.05 %
     * @param burst tokens that it holds, at least 1
     */
    public TokenBucket(double perSecond, int burst, long nowNanos) {
        if (!(perSecond >= 0.001 && perSecond <= 1_000_000)) {
            throw new IllegalArgumentException("rate not within 0.001 … 1,000,000: " + perSecond);
        }
        if (burst < 1 || burst / perSecond > 1_000_000) {
            throw new IllegalArgumentException("burst not within 1 … 1,000,000 s of the rate: " + burst);
        }
        period = Math.round(SECOND / perSecond);
        depth = period * burst;
        full = new AtomicLong(nowNanos);
    }

    /** Takes a token, if there is one. */
    public boolean tryTake(long nowNanos) {
        while (true) {
            long before = full.get();
            long after = later(before, nowNanos) + period;
            if (after - nowNanos > depth) {
                return false;
            }
            if (full.compareAndSet(before, after)) {
                return true;
            }
        }
    }

    /** Returns how long it takes until there is a token, if nobody takes one before; zero if there is one. */
    public Duration untilNext(long nowNanos) {
        long wait = later(full.get(), nowNanos) + period - depth - nowNanos;
        return wait <= 0 ? Duration.ZERO : Duration.ofNanos(wait);
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other; // readings of such a clock may run over
    }
}
