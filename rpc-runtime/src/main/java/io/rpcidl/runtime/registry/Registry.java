package io.rpcidl.runtime.registry;

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
     * Follows the servers of a service until the watch is closed. The listener is called on a thread of the registry,
     * one call at a time, first with what is known as soon as something is.
     *
     * @param service the service's name on the wire
     */
    Watch watch(String service, Listener listener);

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
        /** Takes the server off the registry; waits at most a few seconds for that. */
        @Override
        void close();
    }

    /** A watch that goes on. */
    interface Watch extends AutoCloseable {
        /** Ends it. */
        @Override
        void close();
    }
}
