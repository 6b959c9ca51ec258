package io.rpcidl.transport;

import java.util.concurrent.CompletableFuture;

/** What a connection calls back, always on its one I/O thread, never at the same time. */
public interface Receiver {

    /** Bytes arrived; the array is not used again by the transport. */
    void received(byte[] bytes, int from, int to);

    /**
     * A whole request in HTTP arrived: the other side speaks that, and nothing else from here on. The next one follows
     * once this is answered.
     *
     * @return the answer, which never completes exceptionally
     */
    default CompletableFuture<HttpReply> http(HttpRequest request) {
        throw new UnsupportedOperationException("HTTP is spoken to servers");
    }

    /** The other side will send no more; it may still read. */
    void inputClosed();

    /**
     * The connection is gone; called exactly once, as the last.
     *
     * @param reason why, in a few words
     */
    void closed(String reason);
}
