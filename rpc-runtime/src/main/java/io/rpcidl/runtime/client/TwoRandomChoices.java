package io.rpcidl.runtime.client;

import io.rpcidl.runtime.Call;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Looks at two servers, each chosen by chance and weight, and gives the call to the one with fewer calls in flight for its
 * weight: the default. Slow servers get less, no server gets what a whole flock of clients believes to be idle, and the
 * choice costs the same for ten servers as for a thousand (M. Mitzenmacher, The Power of Two Choices in Randomized Load
 * Balancing, 1996).
 *
 * <pre>{@code
 * RpcClient client = RpcClient.builder(target).balancer(TwoRandomChoices::new).build(); // as by default
 * }</pre>
 */
public final class TwoRandomChoices implements LoadBalancer {

    private static final long FRESH_NANOS = 10_000_000;

    /**
     * The weights of some servers, added up; they change slowly, and so stand for 10 ms.
     *
     * @param sums up to each server and with it; null where all weigh the same
     */
    private record Weights(List<Candidate> of, long until, int @Nullable [] sums) {

        static Weights of(List<Candidate> candidates, long now) {
            int[] sums = new int[candidates.size()];
            int first = candidates.get(0).weight();
            boolean equal = true;
            int sum = 0;
            for (int i = 0; i < sums.length; i++) {
                int weight = candidates.get(i).weight();
                equal &= weight == first;
                sum = (int) Math.min(Integer.MAX_VALUE, (long) sum + weight);
                sums[i] = sum;
            }
            return new Weights(candidates, now + FRESH_NANOS, equal ? null : sums);
        }

        int draw(RandomGenerator chance) {
            if (sums == null) {
                return chance.nextInt(of.size());
            }
            int found = Arrays.binarySearch(sums, chance.nextInt(sums[sums.length - 1]) + 1);
            return Math.min(found >= 0 ? found : -found - 1, sums.length - 1);
        }
    }

    private final Supplier<? extends RandomGenerator> random;
    private volatile @Nullable Weights last;

    /** Makes one that has seen nothing. */
    public TwoRandomChoices() {
        this(ThreadLocalRandom::current);
    }

    TwoRandomChoices(Supplier<? extends RandomGenerator> random) {
        this.random = random;
    }

    @Override
    public Candidate choose(Call call, List<Candidate> candidates) {
        RandomGenerator chance = random.get();
        Weights weights = weights(candidates);
        int first = weights.draw(chance);
        int second = weights.draw(chance);
        if (second == first) {
            second = (first + 1 + chance.nextInt(candidates.size() - 1)) % candidates.size();
        }
        Candidate one = candidates.get(first);
        Candidate other = candidates.get(second);
        long load = (long) one.inFlight() * other.weight();
        long otherLoad = (long) other.inFlight() * one.weight();
        return otherLoad < load ? other : one;
    }

    private Weights weights(List<Candidate> candidates) {
        long now = System.nanoTime();
        Weights known = last;
        if (known == null || known.of() != candidates || known.until() - now <= 0) {
            known = Weights.of(candidates, now);
            last = known;
        }
        return known;
    }
}
