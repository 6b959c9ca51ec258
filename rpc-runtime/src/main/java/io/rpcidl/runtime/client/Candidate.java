package io.rpcidl.runtime.client;

import io.rpcidl.registry.Instance;

/**
 * A server that may be given a call, as a {@link LoadBalancer} sees it. The same server is the same object as long as the registry
 * says the same of it. Safe for any number of threads; what it says is true for a moment.
 *
 * <pre>{@code
 * LoadBalancer idlest = (call, servers) ->
 *         servers.stream().min(Comparator.comparingInt(Candidate::inFlight)).orElseThrow();
 * }</pre>
 */
public interface Candidate {

    /** Returns what the registry says of the server: where it listens, and its metadata. */
    Instance instance();

    /** Returns whether it could not be reached, or was lost, a short while ago: only where that is so of all. */
    boolean isDown();

    /** Returns how many calls of this client it has in flight, of whatever service, and how many wait for a connection to it. */
    int inFlight();

    /**
     * Returns its share of calls beside the others: what the registry says, times 100, and less for a while when it is new or
     * was left out; at least 1.
     */
    int weight();
}
