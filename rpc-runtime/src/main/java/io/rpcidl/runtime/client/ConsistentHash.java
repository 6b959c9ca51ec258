package io.rpcidl.runtime.client;

import io.rpcidl.runtime.Call;
import io.rpcidl.transport.Endpoint;
import java.util.List;
import java.util.Objects;

/**
 * Gives all calls with the same value of a metadata key to the same server, as long as it is there: for servers that keep
 * something of whom they serve in memory. When a server comes or goes, only the share of calls moves that it gets or had
 * (rendezvous hashing: D. Thaler, C. Ravishankar, 1998; with weights: C. Schindelhauer, G. Schomaker, 2005). Calls without the
 * key go by {@link TwoRandomChoices}. A value that many calls have makes its server busy: nothing is done about that.
 *
 * <pre>{@code
 * RpcClient.builder(target).balancer(() -> new ConsistentHash("customer"));
 * Carts carts = Carts.stub(client).with(CallOptions.DEFAULT.withMetadata("customer", id));
 * }</pre>
 */
public final class ConsistentHash implements LoadBalancer {

    private final String key;
    private final LoadBalancer others = new TwoRandomChoices();

    /** Makes one that goes by a metadata key. */
    public ConsistentHash(String key) {
        this.key = Objects.requireNonNull(key, "key");
    }

    @Override
    public Candidate choose(Call call, List<Candidate> candidates) {
        String value = call.metadata().get(key);
        if (value == null) {
            return others.choose(call, candidates);
        }
        long hash = mixed(hash(value));
        Candidate best = candidates.get(0);
        double bestScore = 0;
        for (int i = 0; i < candidates.size(); i++) {
            Candidate each = candidates.get(i);
            Endpoint endpoint = each.instance().endpoint();
            String address = endpoint.address() == null ? "" : endpoint.address();
            long place = mixed(hash ^ mixed(hash(endpoint.host()) + 31 * hash(address) + endpoint.port()));
            double uniform = ((place >>> 11) + 0.5) * 0x1p-53;
            double score = -each.instance().weight() / Math.log(uniform);
            if (score > bestScore) {
                bestScore = score;
                best = each;
            }
        }
        return best;
    }

    /** As {@link String#hashCode}, which is the same in every JVM, but of 64 bits. */
    private static long hash(String text) {
        long hash = 7;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }

    /** Spreads every bit over all (the finaliser of MurmurHash3, public domain). */
    private static long mixed(long value) {
        long mixed = value;
        mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
