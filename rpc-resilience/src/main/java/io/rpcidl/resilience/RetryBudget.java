package io.rpcidl.resilience;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether the callers of a service may repeat what failed, so that retries do not keep down a service that is overloaded (the
 * throttling of gRPC's proposal A6). A failure takes a token, a success gives back a part of one, and nothing is repeated
 * while half of them or more are gone. In the long run there is at most one retry for so many successes as make up a token.
 * One for all calls to a service; safe for any number of threads, and without allocation.
 */
public final class RetryBudget {

    private static final int TOKEN = 1_000; // A6 reads three digits of the ratio

    private final int max;
    private final int gain;
    private final AtomicInteger tokens;

    /** Makes A6's example: ten tokens, a tenth of one back for each success. */
    public RetryBudget() {
        this(10, 0.1);
    }

    /**
     * Makes a full budget.
     *
     * @param maxTokens 1 to 1,000
     * @param tokenRatio the part of a token that a success gives back: 0.001 to 1,000, read to three digits after the point
     */
    public RetryBudget(int maxTokens, double tokenRatio) {
        if (maxTokens < 1 || maxTokens > 1_000) {
            throw new IllegalArgumentException("tokens not within 1 … 1,000: " + maxTokens);
        }
        if (!(tokenRatio >= 0.001 && tokenRatio <= 1_000)) {
            throw new IllegalArgumentException("ratio not within 0.001 … 1,000: " + tokenRatio);
        }
        max = maxTokens * TOKEN;
        gain = (int) Math.round(tokenRatio * TOKEN);
        tokens = new AtomicInteger(max);
    }

    /** Takes note of an attempt that succeeded, or failed in a way that says nothing of the service's health. */
    public void succeeded() {
        add(gain);
    }

    /** Takes note of an attempt that failed so that it could be repeated, whether it will be or not. */
    public void failed() {
        add(-TOKEN);
    }

    /** Returns whether a failed attempt may be followed by another. */
    public boolean mayRetry() {
        return tokens.get() > max / 2;
    }

    private void add(int change) {
        int before = tokens.get();
        int after = bounded(before + change);
        // where all is well the budget is full, and threads that only look at it do not get into each other's way
        while (after != before && !tokens.compareAndSet(before, after)) {
            before = tokens.get();
            after = bounded(before + change);
        }
    }

    private int bounded(int sum) {
        return Math.max(0, Math.min(max, sum));
    }
}
