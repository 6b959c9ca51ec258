package io.rpcidl.runtime;

/**
 * A call that sends items and receives items, for code that blocks. One thread may send while another receives.
 *
 * <pre>{@code
 * try (BidiStream<Order, Offer> talk = market.trade()) {
 *     talk.send(order);
 *     Offer first = talk.next();
 * }
 * }</pre>
 *
 * @param <I> the Java type of the items that are sent
 * @param <O> the Java type of the items that are received
 */
public interface BidiStream<I, O> extends RpcStream<O> {

    /**
     * Sends an item; blocks while the server is slow to take what was sent before. If the server has ended the stream
     * already, the item is dropped.
     *
     * @throws RpcException if the call failed: the generated exception if the error is declared
     * @throws IllegalStateException after {@link #finish}
     */
    void send(I item);

    /** Says that no more items will be sent; those of the server still come. Never blocks; a second time does nothing. */
    void finish();
}
