package io.rpcidl.runtime.client;

import io.rpcidl.runtime.Call;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

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

    private static final int MAX_DRAWS = 16;

    private final Supplier<? extends RandomGenerator> random;
    private volatile int heaviest = 1; // weight that was ever seen; an old one costs draws, and nothing else

    /** Makes one that has seen nothing. */
    public TwoRandomChoices() {
        this(ThreadLocalRandom::current);
    }

    TwoRandomChoices(Supplier<? extends RandomGenerator> random) {
        this.random = random;
    }

    @Override
    public Candidate choose(Call call, List<Candidate> candidates) {
        int first = draw(candidates, -1);
        Candidate one = candidates.get(first);
        Candidate other = candidates.get(draw(candidates, first));
        long load = (long) one.inFlight() * other.weight();
        long otherLoad = (long) other.inFlight() * one.weight();
        return otherLoad < load ? other : one;
    }

    /** Chooses by weight: by chance, and again if a second chance, its weight to the heaviest, decides so. */
    private int draw(List<Candidate> candidates, int but) {
        RandomGenerator chance = random.get();
        int index = 0;
        for (int i = 0; i < MAX_DRAWS; i++) {
            index = but < 0 ? chance.nextInt(candidates.size()) : other(chance, candidates.size(), but);
            int weight = candidates.get(index).weight();
            int most = heaviest;
            if (weight >= most) {
                heaviest = weight;
                return index;
            }
            if (chance.nextInt(most) < weight) {
                return index;
            }
        }
        return index;
    }

    private static int other(RandomGenerator chance, int count, int but) {
        int index = chance.nextInt(count - 1);
        return index < but ? index : index + 1;
    }
}
