package io.rpcidl.resilience;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often a call is tried, and how long to wait between (gRPC's proposal A6). It does not say which failures may be
 * repeated, which the caller knows, nor whether there are too many, which a {@link RetryBudget} knows.
 *
 * <pre>{@code
 * RpcClient.builder(target).retries(new RetryPolicy(3, Duration.ofMillis(20), Duration.ofMillis(200), 2));
 * }</pre>
 *
 * @param maxAttempts 2 to 5, the first included: A6 allows no more, since the attempts of layers multiply
 * @param initialBackoff the wait before the second attempt, more than zero
 * @param maxBackoff the wait that others do not grow beyond, at least the initial one
 * @param multiplier how much longer each wait is than the one before, at least 1
 */
public record RetryPolicy(int maxAttempts, Duration initialBackoff, Duration maxBackoff, double multiplier) {

    /**
     * Four attempts, after 50, 100 and 200 ms: a third of a second in all, within which a server that is replaced has left
     * the list, and which most deadlines leave room for.
     */
    public static final RetryPolicy DEFAULT = new RetryPolicy(4, Duration.ofMillis(50), Duration.ofSeconds(1), 2);

    /** Checks the ranges. */
    public RetryPolicy {
        if (maxAttempts < 2 || maxAttempts > 5) {
            throw new IllegalArgumentException("attempts not within 2 … 5: " + maxAttempts);
        }
        if (initialBackoff.isZero() || initialBackoff.isNegative()) {
            throw new IllegalArgumentException("backoff not positive: " + initialBackoff);
        }
        if (maxBackoff.compareTo(initialBackoff) < 0) {
            throw new IllegalArgumentException("backoff of at most " + maxBackoff + " begins with " + initialBackoff);
        }
        if (!(multiplier >= 1 && multiplier <= 100)) {
            throw new IllegalArgumentException("multiplier not within 1 … 100: " + multiplier);
        }
    }

    /**
     * Returns how long to wait before a retry: a fifth more or less than the policy says, so that callers that failed
     * together do not come back together.
     *
     * @param retry 1 for the second attempt, 2 for the third
     */
    public Duration backoff(int retry, RandomGenerator random) {
        if (retry < 1) {
            throw new IllegalArgumentException("retries are counted from 1: " + retry);
        }
        double grown = initialBackoff.toNanos() * Math.pow(multiplier, retry - 1);
        return Duration.ofNanos((long) (Math.min(grown, maxBackoff.toNanos()) * random.nextDouble(0.8, 1.2)));
    }
}
