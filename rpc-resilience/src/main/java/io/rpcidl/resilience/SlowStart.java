package io.rpcidl.resilience;

import java.time.Duration;

/**
 * How much of its share a server gets that is new, or back after it was left out: little at first, so that it can fill
 * caches, open connections and compile what is hot. The formula is that of Envoy's slow start mode:
 * {@code max(minimum, (max(age, 1 s) / window) ^ (1 / aggression))}.
 *
 * <pre>{@code
 * RpcClient.builder(target).slowStart(new SlowStart(Duration.ofSeconds(30), 0.1, 1));
 * }</pre>
 *
 * @param window how long it takes until the share is whole; zero: no slow start
 * @param minimum the least part of the share, above 0, at most 1: who got nothing would never be seen to be well
 * @param aggression above 0; 1 lets the share grow evenly, more lets it grow faster at first
 */
public record SlowStart(Duration window, double minimum, double aggression) {

    /**
     * Ten seconds, from a tenth, evenly. Within ten seconds a JVM under load has compiled what is hot, and longer the others,
     * which carry what the new one does not, should not be burdened.
     */
    public static final SlowStart DEFAULT = new SlowStart(Duration.ofSeconds(10), 0.1, 1);

    private static final long SECOND = 1_000_000_000L;

    /** Checks the ranges. */
    public SlowStart {
        if (window.isNegative()) {
            throw new IllegalArgumentException("window is negative: " + window);
        }
        if (!(minimum > 0 && minimum <= 1)) {
            throw new IllegalArgumentException("minimum not within 0 … 1: " + minimum);
        }
        if (!(aggression > 0 && aggression <= 100)) {
            throw new IllegalArgumentException("aggression not within 0 … 100: " + aggression);
        }
    }

    /** Returns which part of its share a server gets, from the minimum to 1, that has been in service for so long. */
    public double factor(long ageNanos) {
        long whole = window.toNanos();
        if (ageNanos >= whole) {
            return 1;
        }
        double grown = Math.pow((double) Math.max(ageNanos, SECOND) / whole, 1 / aggression);
        return Math.min(1, Math.max(minimum, grown));
    }
}
