package io.rpcidl.runtime;

/**
 * Where a handler writes the items of its answer. The stream ends when the handler returns, or fails with what it throws.
 *
 * <pre>{@code
 * public void list(ListRequest request, ItemWriter<Product> out) {
 *     products.forEach(out::write);
 * }
 * }</pre>
 *
 * @param <T> the items' Java type
 */
@FunctionalInterface
public interface ItemWriter<T> {

    /**
     * Writes an item; blocks while the client is slow to take what was written before.
     *
     * @throws RpcException {@link StatusCode#CANCELLED} once nobody waits for items any more: the caller has cancelled,
     *     its deadline has passed, or the connection is lost
     */
    void write(T item);
}
