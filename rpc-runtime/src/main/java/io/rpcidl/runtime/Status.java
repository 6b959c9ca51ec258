package io.rpcidl.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a call failed.
 *
 * @param code the kind of failure
 * @param message one line for people; never null, may be empty
 * @param processed whether the server has carried out the call
 * @param details the typed error, or null if there is none
 */
public record Status(
        StatusCode code,
        String message,
        Processed processed,
        @Nullable ErrorDetails details) {

    /** Checks that nothing but {@code details} is null. */
    public Status {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(processed, "processed");
    }

    /** Makes a status of a call that was not carried out. */
    public static Status notProcessed(StatusCode code, String message) {
        return new Status(code, message, Processed.NO, null);
    }

    /** Makes a status of a call that may have been carried out. */
    public static Status maybeProcessed(StatusCode code, String message) {
        return new Status(code, message, Processed.MAYBE, null);
    }

    /** Makes a status of a call that was carried out. */
    public static Status processed(StatusCode code, String message) {
        return new Status(code, message, Processed.YES, null);
    }

    /** Returns {@code CODE: message}. */
    @Override
    public String toString() {
        return message.isEmpty() ? code.name() : code + ": " + message;
    }
}
