package extending;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.client.Candidate;
import io.rpcidl.runtime.client.LoadBalancer;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Looks at two servers by chance and takes the one with fewer calls in flight: a balancer. */
public final class LessLoadedOfTwo implements LoadBalancer {

    @Override
    public Candidate choose(Call call, List<Candidate> candidates) {
        RandomGenerator random = ThreadLocalRandom.current();
        int first = random.nextInt(candidates.size());
        int second = random.nextInt(candidates.size() - 1);
        Candidate one = candidates.get(first);
        Candidate other = candidates.get(second < first ? second : second + 1);
        return one.inFlight() <= other.inFlight() ? one : other;
    }
}
