package io.rpcidl.registry.tck;

import io.rpcidl.registry.Registry;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;

/**
 * What is behind a registry under test, and what may be done to it. What a backend cannot do it leaves as it is here: the tests that
 * need it are then reported as skipped, with a sentence that says so. Called by one thread.
 */
public abstract class Backend implements AutoCloseable {

    /** For backends to call: it begins empty, and as if it had never been used. */
    protected Backend() {}

    /** Opens a registry, another one with each call, as a program of its own would. It need not be reachable. */
    public abstract Registry open() throws Exception;

    /** Returns how long a server may stay listed that died without a word; zero where nobody outlives its registry. */
    public Duration lease() {
        return Duration.ZERO;
    }

    /** Ends a registry as a crash of its process would: it says nothing to anybody, and never comes back. */
    public void kill(Registry registry) throws Exception {
        throw cannot("kill a registry without closing it");
    }

    /** Stops what is behind all registries, so that none of them reaches it. */
    public void stop() throws Exception {
        throw cannot("stop and be back");
    }

    /** Starts again what was stopped, at the same place; whether it remembers anything is its own affair. */
    public void start() throws Exception {
        throw cannot("stop and be back");
    }

    /** Forgets all servers while registries go on, as somebody would who deletes them by hand. */
    public void forget() throws Exception {
        throw cannot("forget all servers");
    }

    /**
     * Writes a server's entry as somebody else would, who may do so badly.
     *
     * @param id under which a server of this id would be found
     * @param entry of a good server: what {@link io.rpcidl.registry.Instance#toJson} returns
     * @throws IOException if the backend itself refuses such an entry, which is as good
     */
    public void put(String id, byte[] entry) throws Exception {
        throw cannot("take entries that are written by hand");
    }

    /** Stops all for good. All its registries are closed, or killed, before. */
    @Override
    public abstract void close() throws IOException;

    private static RuntimeException cannot(String what) {
        return Assumptions.<RuntimeException>abort("the backend under test cannot " + what);
    }
}
