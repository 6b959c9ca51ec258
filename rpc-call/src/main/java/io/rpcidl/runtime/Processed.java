package io.rpcidl.runtime;

/**
 * Whether the server has carried out a call that failed: what decides if it may be repeated.
 *
 * <pre>{@code
 * } catch (RpcException e) {
 *     boolean safe = e.status().processed() == Processed.NO; // nothing was begun
 * }
 * }</pre>
 */
public enum Processed {
    /** It has not been started; a repeat is safe. */
    NO,
    /** Nobody knows. */
    MAYBE,
    /** It has been started, and its error is the answer. */
    YES
}
