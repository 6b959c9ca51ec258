package io.rpcidl.runtime;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says about the calls of a method. Immutable.
 *
 * <pre>{@code
 * boolean mayRepeat = call.method().traits().readonly() || call.method().traits().idempotent();
 * }</pre>
 *
 * @param timeout the time that a call has if its caller says nothing, more than zero; null for the client's default
 * @param readonly whether it changes nothing, so that it may be repeated
 * @param nonblocking whether its handler never blocks
 * @param idempotent whether repeats of a call are harmless
 * @param idempotencyKey the parameter whose value makes two calls the same one; null if any two equal calls are
 */
public record MethodTraits(
        @Nullable Duration timeout,
        boolean readonly,
        boolean nonblocking,
        boolean idempotent,
        @Nullable String idempotencyKey) {

    /** The contract says nothing. */
    public static final MethodTraits NONE = new MethodTraits(null, false, false, false, null);

    /** Checks the timeout, and that only an idempotent method has a key. */
    public MethodTraits {
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw new IllegalArgumentException("timeout not above zero: " + timeout);
        }
        if (idempotencyKey != null && !idempotent) {
            throw new IllegalArgumentException("a key of a method that is not idempotent: " + idempotencyKey);
        }
    }

    /** Returns these traits with a timeout. */
    public MethodTraits withTimeout(Duration newTimeout) {
        Objects.requireNonNull(newTimeout, "newTimeout");
        return new MethodTraits(newTimeout, readonly, nonblocking, idempotent, idempotencyKey);
    }

    /** Returns these traits of a method that changes nothing. */
    public MethodTraits asReadonly() {
        return new MethodTraits(timeout, true, nonblocking, idempotent, idempotencyKey);
    }

    /** Returns these traits of a method whose handler never blocks. */
    public MethodTraits asNonblocking() {
        return new MethodTraits(timeout, readonly, true, idempotent, idempotencyKey);
    }

    /** Returns these traits of a method of which any two equal calls are the same one. */
    public MethodTraits asIdempotent() {
        return new MethodTraits(timeout, readonly, nonblocking, true, idempotencyKey);
    }

    /** Returns these traits of a method of which two calls are the same one if a parameter has the same value. */
    public MethodTraits asIdempotent(String key) {
        return new MethodTraits(timeout, readonly, nonblocking, true, key);
    }
}
