package io.rpcidl.idl.model;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a method is called.
 *
 * @param oneway whether it is never answered
 * @param variadic whether the elements of its one parameter are the positional parameters on the wire
 * @param positional whether parameters go over the wire by position: {@code @positional}
 * @param readonly whether it changes nothing, so that it may be repeated: {@code @readonly}
 * @param nonblocking whether its handler never blocks, so that it may run on an I/O thread: {@code @nonblocking}
 * @param idempotent whether repeats are harmless: {@code @idempotent}
 * @param timeout the deadline where the caller sets none, positive: {@code @timeout}
 */
public record MethodTraits(
        boolean oneway,
        boolean variadic,
        boolean positional,
        boolean readonly,
        boolean nonblocking,
        Optional<Idempotency> idempotent,
        Optional<Duration> timeout) {

    /** Checks that nothing is null. */
    public MethodTraits {
        Objects.requireNonNull(idempotent, "idempotent");
        Objects.requireNonNull(timeout, "timeout");
    }

    /**
     * Why repeats of a call are harmless.
     *
     * @param key the name of the parameter whose value makes two calls the same one; empty if any two equal calls are
     */
    public record Idempotency(Optional<String> key) {}
}
