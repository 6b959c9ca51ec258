package io.rpcidl.runtime.client;

import io.rpcidl.runtime.Call;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives calls to all servers in turn: the default. */
public final class RoundRobin implements LoadBalancer {

    private final AtomicInteger turn = new AtomicInteger();

    /** Begins with the first server. */
    public RoundRobin() {}

    @Override
    public Candidate choose(Call call, List<Candidate> candidates) {
        return candidates.get(Math.floorMod(turn.getAndIncrement(), candidates.size()));
    }
}
