package io.rpcidl.runtime;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Items that come in one by one, for code that waits for them. One thread reads; any thread may {@link #close}.
 *
 * <pre>{@code
 * try (RpcStream<Price> prices = shop.watch("A-1")) {
 *     while (prices.hasNext()) {
 *         show(prices.next());
 *     }
 * }
 * }</pre>
 *
 * @param <T> the items' Java type
 */
public interface RpcStream<T> extends Iterator<T>, AutoCloseable {

    /**
     * Waits until there is an item or the stream has ended; an interrupt ends the stream.
     *
     * @throws RpcException if the stream failed: the generated exception if the error is declared
     */
    @Override
    boolean hasNext();

    /**
     * Returns the next item, after waiting for it.
     *
     * @throws RpcException if the stream failed, or if the item is not what the contract says
     * @throws NoSuchElementException if the stream has ended
     */
    @Override
    T next();

    /** Cancels what is left; does nothing if the stream has ended. Never blocks. */
    @Override
    void close();
}
