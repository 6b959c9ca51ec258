package io.rpcidl.resilience;

/**
 * What a {@link ConcurrencyLimit} keeps to.
 *
 * <pre>{@code
 * RpcServer.builder().add(handler).concurrency(new ConcurrencyPolicy(32, 5_000, 2));
 * }</pre>
 *
 * @param floor the lowest limit, at least 1: so few calls in flight are never too many
 * @param max the highest limit, and the one where there is no overload; at least the floor
 * @param tolerance how many times as long as it takes without others a call may take, above 1, at most 100; and 5 ms longer in any case
 */
public record ConcurrencyPolicy(int floor, int max, double tolerance) {

    /**
     * At least 16, so that nothing is refused to somebody who makes a few calls that wait; at most 1,000, as on a
     * connection; twice as long: with one call waiting for each that is served no worker is ever idle.
     */
    public static final ConcurrencyPolicy DEFAULT = new ConcurrencyPolicy(16, 1_000, 2);

    /** Returns whether there is one limit, since the lowest is the highest: then nothing is learnt, and nothing probed. */
    public boolean isFixed() {
        return floor == max;
    }

    /** Checks the ranges. */
    public ConcurrencyPolicy {
        if (floor < 1 || max < floor) {
            throw new IllegalArgumentException("limit of " + floor + " to " + max);
        }
        if (!(tolerance > 1 && tolerance <= 100)) {
            throw new IllegalArgumentException("tolerance not within 1 … 100: " + tolerance);
        }
    }
}
