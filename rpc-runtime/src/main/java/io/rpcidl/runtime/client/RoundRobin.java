package io.rpcidl.runtime.client;

import io.rpcidl.runtime.Call;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives calls to all servers in turn, each as often as its weight says: of 200 calls to servers of weights 300 and 100 one gets 150
 * and the other 50, well mixed. For calls that are all alike; where they are not {@link TwoRandomChoices} notices.
 *
 * <pre>{@code
 * RpcClient client = RpcClient.builder(target).balancer(RoundRobin::new).build();
 * }</pre>
 */
public final class RoundRobin implements LoadBalancer {

    private static final double GOLDEN = 0.6180339887498949; // its multiples spread most evenly over 0 to 1

    private final AtomicInteger turn = new AtomicInteger();

    /** Begins with the first server. */
    public RoundRobin() {}

    @Override
    public Candidate choose(Call call, List<Candidate> candidates) {
        int now = turn.getAndIncrement();
        int first = candidates.get(0).weight();
        boolean equal = true;
        long all = 0;
        for (int i = 0; i < candidates.size(); i++) {
            int weight = candidates.get(i).weight();
            equal &= weight == first;
            all += weight;
        }
        if (equal) {
            return candidates.get(Math.floorMod(now, candidates.size()));
        }
        double part = Math.floorMod(now, 1 << 24) * GOLDEN;
        long point = (long) ((part - Math.floor(part)) * all);
        int index = 0;
        while (index < candidates.size() - 1 && point >= candidates.get(index).weight()) {
            point -= candidates.get(index).weight();
            index++;
        }
        return candidates.get(index);
    }
}
