package io.rpcidl.runtime.client;

import io.rpcidl.runtime.Call;
import java.util.List;

/**
 * Chooses the server of each call. A client makes one for every service that it calls, so that what it remembers is of one
 * list of servers. It is called on the callers' threads and on I/O threads, by many at a time: it must be safe for that, must
 * not block, and should be quick, for every call waits for it.
 *
 * <pre>{@code
 * RpcClient.builder(target).balancer(() -> (call, servers) -> servers.get(0)); // all to the first
 * }</pre>
 */
@FunctionalInterface
public interface LoadBalancer {

    /**
     * Chooses one of several servers. That a server cannot be reached is none of its concerns: those that could not be a
     * moment ago are left out, unless there are no others, and where the one that was chosen cannot be it is asked again for
     * another. One that throws, or returns anything else, fails the call with {@code INTERNAL}.
     *
     * @param call what will be sent; not to be changed
     * @param candidates at least two, in the order of the registry; cannot be changed, and is not to be kept
     * @return one of them
     */
    Candidate choose(Call call, List<Candidate> candidates);
}
