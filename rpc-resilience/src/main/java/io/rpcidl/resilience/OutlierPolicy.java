package io.rpcidl.resilience;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a server is taken for an outlier and left out, after gRPC's proposal A50, and for how long.
 *
 * <pre>{@code
 * RpcClient.builder(target).outliers(new OutlierPolicy(
 *         Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(5), 20, SuccessRate.DEFAULT, null));
 * }</pre>
 *
 * @param interval how often servers are judged
 * @param baseEjection how long a server is left out for the first time; for the n-th time n times as long
 * @param maxEjection how long at most; never less than the base
 * @param maxEjectionPercent the share of all servers that may be left out at once, 0 to 100; one of two or more always may
 * @param successRate who is worse than the others; null: nobody is judged so
 * @param failurePercentage who is bad by any measure; null: nobody is judged so
 */
public record OutlierPolicy(
        Duration interval,
        Duration baseEjection,
        Duration maxEjection,
        int maxEjectionPercent,
        @Nullable SuccessRate successRate,
        @Nullable FailurePercentage failurePercentage) {

    /**
     * Judges twice a second; 30 s, at most 300 s, and at most half of the servers are left out. Where this is not A50:
     *
     * <ul>
     *   <li>0.5 s instead of 10: until it is judged a bad server spends the {@link RetryBudget}, which one bad server of three
     *       empties within some twenty calls. Of a server that is called less, calls of 10 s are judged.
     *   <li>50 % instead of 10: in small sites, which are the most, a tenth is never more than one server. With half of them
     *       left the others carry twice the load, which a server that limits itself survives.
     * </ul>
     */
    public static final OutlierPolicy DEFAULT = new OutlierPolicy(
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            Duration.ofSeconds(300),
            50,
            SuccessRate.DEFAULT,
            FailurePercentage.DEFAULT);

    /**
     * Leaves out who succeeds less often than the others: by more standard deviations than a factor says, and by a tenth of
     * all calls. The latter is not in A50: where all others are perfect there is no deviation, and without it one failed call
     * in a hundred were enough.
     *
     * @param stdevFactor how many standard deviations below the mean
     * @param minimumHosts how many servers there must be with enough calls, at least 2
     * @param requestVolume how many calls are enough, at least 1
     */
    public record SuccessRate(double stdevFactor, int minimumHosts, int requestVolume) {

        /**
         * A50's: 1.9 deviations, five servers, 100 calls. Of n servers one is at most √(n − 1) deviations away from the mean
         * of all: with fewer than five nobody could be 1.9.
         */
        public static final SuccessRate DEFAULT = new SuccessRate(1.9, 5, 100);

        /** Checks the ranges. */
        public SuccessRate {
            if (!(stdevFactor > 0)) {
                throw new IllegalArgumentException("factor not positive: " + stdevFactor);
            }
            checkVolume(minimumHosts, requestVolume);
        }
    }

    /**
     * Leaves out who fails in more than a share of all calls, as long as somebody does not: where all fail, nobody is an
     * outlier.
     *
     * @param threshold the share in percent, 0 to 100; who fails in more is left out, and at 100 who fails in all
     * @param minimumHosts how many servers there must be with enough calls, at least 2
     * @param requestVolume how many calls are enough, at least 1
     */
    public record FailurePercentage(int threshold, int minimumHosts, int requestVolume) {

        /**
         * 85 % as in A50, but of ten calls instead of 50, and with two servers instead of five: so one bad server of two or
         * three is found by a client of ten calls a second. Ten calls are enough to tell: of a server that fails every
         * fifth call, nine or ten of ten fail once in 200,000 times.
         */
        public static final FailurePercentage DEFAULT = new FailurePercentage(85, 2, 10);

        /** Checks the ranges. */
        public FailurePercentage {
            if (threshold < 0 || threshold > 100) {
                throw new IllegalArgumentException("threshold not within 0 … 100: " + threshold);
            }
            checkVolume(minimumHosts, requestVolume);
        }
    }

    /** Checks the ranges. */
    public OutlierPolicy {
        if (interval.toMillis() < 1 || baseEjection.toMillis() < 1 || maxEjection.isNegative()) {
            throw new IllegalArgumentException(
                    "shorter than 1 ms: " + interval + ", " + baseEjection + " or " + maxEjection);
        }
        if (maxEjectionPercent < 0 || maxEjectionPercent > 100) {
            throw new IllegalArgumentException("share not within 0 … 100: " + maxEjectionPercent);
        }
    }

    private static void checkVolume(int minimumHosts, int requestVolume) {
        if (minimumHosts < 2 || requestVolume < 1) {
            throw new IllegalArgumentException(
                    "not enough to judge: " + minimumHosts + " servers, " + requestVolume + " calls");
        }
    }
}
