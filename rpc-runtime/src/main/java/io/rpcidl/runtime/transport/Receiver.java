package io.rpcidl.runtime.transport;

/** What a connection calls back, always on its one I/O thread, never at the same time. */
public interface Receiver {

    /** Bytes arrived; the array is not used again by the transport. */
    void received(byte[] bytes, int from, int to);

    /** The other side will send no more; it may still read. */
    void inputClosed();

    /**
     * The connection is gone; called exactly once, as the last.
     *
     * @param reason why, in a few words
     */
    void closed(String reason);
}
