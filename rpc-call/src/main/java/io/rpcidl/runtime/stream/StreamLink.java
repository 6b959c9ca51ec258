package io.rpcidl.runtime.stream;

import io.rpcidl.runtime.Payload;
import org.jspecify.annotations.Nullable;

/** One stream's share of a connection. Safe for any number of threads, never blocks. */
public interface StreamLink {

    /** Returns whether both sides have accepted the wire, so that credit says how much may be sent; else TCP alone does. */
    boolean hasCredit();

    /**
     * Sends an item.
     *
     * @param together whether it may go with those before it, for they wait to leave
     * @return its size in bytes
     * @throws io.rpcidl.json.JsonException if it cannot be written as JSON within the limits
     */
    int send(Payload item, boolean together);

    /** Runs a task once what was sent has left this process, or is little enough. */
    void whenWritable(Runnable task);

    /** Lets the other side send so many items more. */
    void grant(int items);

    /** Is told that the reader holds more items than it should, or has caught up. */
    void setReading(boolean reading);

    /** Is told, once, that all items of this side are sent, or why there will be no more. */
    void sent(@Nullable Throwable failure);

    /** Is told that the reader of the other side's items wants no more of them. */
    void cancelled();

    /** So many bytes of items have come in and wait for their reader. */
    default void holds(long bytes) {}
}
