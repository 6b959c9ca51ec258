package io.rpcidl.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Opens connections and listens for them. Safe for any number of threads; closing it twice does no harm. */
public interface Transport extends AutoCloseable {

    /**
     * Opens a connection.
     *
     * @param timeout how long that may take
     * @param receiver makes the receiver of the connection, before its first byte is read
     * @return that receiver, once the connection is open; completes on an I/O thread, exceptionally with an
     *     {@link IOException} that says why in one line
     */
    <R extends Receiver> CompletableFuture<R> connect(
            Endpoint endpoint, Duration timeout, Function<Connection, R> receiver);

    /**
     * Listens; returns once the port is bound.
     *
     * @param host the address to bind
     * @param port the port, or 0 for any free one
     * @param receiver makes the receiver of each connection that comes in
     * @throws IOException if the port cannot be bound, with the reason in one line
     */
    Listener listen(String host, int port, Function<Connection, Receiver> receiver) throws IOException;

    /** Closes what is still open and ends the threads; waits, for a second at most, until what was sent has left this process. */
    @Override
    void close();

    /** A bound port. */
    interface Listener extends AutoCloseable {
        /** Returns the port. */
        int port();

        /** Takes no further connections; those that are open stay. */
        @Override
        void close();
    }
}
