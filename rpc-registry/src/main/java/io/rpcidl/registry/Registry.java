package io.rpcidl.registry;

import java.util.List;

/**
 * Knows which servers are there. Safe for any number of threads. It looks after itself: while the registry behind it
 * cannot be reached it keeps trying, and goes on where it stopped.
 *
 * <pre>{@code
 * RpcServer.builder().add(handler).registry(registry).start();
 * RpcClient client = RpcClient.builder(registry).build();
 * }</pre>
 */
public interface Registry extends AutoCloseable {

    /**
     * Announces a server and keeps it announced until the registration is closed. Returns at once; the announcement
     * follows as soon as the registry can be reached.
     */
    Registration register(Instance instance);

    /**
     * Follows the servers of a service until the watch is closed. The listener is called on a thread of the registry, or, where
     * something is known already, on the caller's before this returns; one call at a time.
     *
     * @param service the service's name on the wire
     */
    Watch watch(String service, Listener listener);

    /** Follows all servers, of whatever services, as {@link #watch} follows those of one: for people who look at them. */
    Watch watchAll(Listener listener);

    /** Ends all registrations and watches. */
    @Override
    void close();

    /** Is told what a watch sees; must not block. */
    interface Listener {
        /** These are the servers now; the last list given stands until the next. */
        void instances(List<Instance> instances);

        /**
         * The registry cannot be reached; what was known stays valid.
         *
         * @param reason in one line, naming the registry
         */
        void unreachable(String reason);
    }

    /** A server that is announced. */
    interface Registration extends AutoCloseable {
        /**
         * Announces that the same server says something else of itself, such as another weight. Returns at once.
         *
         * @param instance of the same id and endpoint
         */
        void update(Instance instance);

        /** Takes the server off the registry; waits at most a few seconds for that. */
        @Override
        void close();
    }

    /** A watch that goes on. */
    interface Watch extends AutoCloseable {
        /**
         * Somebody could reach none of the servers that are listed, so the list may be old. Returns at once. A registry that
         * tells every change by itself has nothing to do here; one that looks every now and then looks again, though not more
         * often than is good for it.
         */
        default void refresh() {}

        /** Ends it. */
        @Override
        void close();
    }
}
