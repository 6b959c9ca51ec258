package resilience;

import io.rpcidl.runtime.RpcException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of one call.
 *
 * @param token what told it from all others
 * @param due when it was to begin, of {@link System#nanoTime}
 * @param nanos how long it took from then
 * @param failure why it failed, or null
 */
record Outcome(long token, long due, long nanos, RpcException failure) {

    boolean succeeded() {
        return failure == null;
    }

    /** Returns how many calls failed, by code and by whether the server has processed them. */
    static Map<String, Long> failures(Collection<Outcome> outcomes) {
        return outcomes.stream()
                .filter(each -> !each.succeeded())
                .collect(Collectors.groupingBy(
                        each -> each.failure().code() + ", processed "
                                + each.failure().status().processed().name().toLowerCase(),
                        TreeMap::new,
                        Collectors.counting()));
    }

    static long failed(Collection<Outcome> outcomes) {
        return outcomes.stream().filter(each -> !each.succeeded()).count();
    }

    /** Returns a percentile of the latency of calls that succeeded, in milliseconds; 0 if none did. */
    static double millis(Collection<Outcome> outcomes, double percentile) {
        long[] sorted = outcomes.stream()
                .filter(Outcome::succeeded)
                .mapToLong(Outcome::nanos)
                .sorted()
                .toArray();
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1, sorted.length * percentile / 100)] / 1e6;
    }
}
