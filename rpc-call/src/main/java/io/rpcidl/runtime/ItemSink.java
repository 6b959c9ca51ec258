package io.rpcidl.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A call that sends items and then waits for one answer, for code that blocks. Not for several threads at once, but any
 * thread may {@link #close}.
 *
 * <pre>{@code
 * try (ItemSink<Line, Long> upload = store.upload("log")) {
 *     lines.forEach(upload::send);
 *     long count = upload.finish();
 * }
 * }</pre>
 *
 * @param <T> the items' Java type
 * @param <R> the answer's Java type
 */
public interface ItemSink<T, R extends @Nullable Object> extends AutoCloseable {

    /**
     * Sends an item; blocks while the server is slow to take what was sent before. If the server has answered already,
     * the item is dropped.
     *
     * @throws RpcException if the call failed: the generated exception if the error is declared
     * @throws IllegalStateException after {@link #finish}
     */
    void send(T item);

    /**
     * Says that there are no more items, and waits for the answer.
     *
     * @throws RpcException if the call failed: the generated exception if the error is declared
     */
    R finish();

    /** Cancels the call unless it is over. Never blocks. */
    @Override
    void close();
}
