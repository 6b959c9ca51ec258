package io.rpcidl.runtime;

import io.rpcidl.transport.OneLine;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a call failed.
 *
 * <pre>{@code
 * throw new RpcException(Status.processed(StatusCode.UNAVAILABLE, "closed").withRetryAfter(Duration.ofHours(8)));
 * }</pre>
 *
 * @param code the kind of failure
 * @param message one line for people; never null, may be empty
 * @param processed whether the server has carried out the call
 * @param details the typed error, or null if there is none
 * @param retryAfter how long the server asks callers to wait before they repeat the call, 1 ms to 30 days; null if it says
 *     nothing
 */
public record Status(
        StatusCode code,
        String message,
        Processed processed,
        @Nullable ErrorDetails details,
        @Nullable Duration retryAfter) {

    private static final Duration LONGEST = Duration.ofDays(30);

    /** Checks that nothing is null that must not be, and the range of {@code retryAfter}. */
    public Status {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(processed, "processed");
        if (retryAfter != null && (retryAfter.toMillis() < 1 || retryAfter.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException("retryAfter not in 1 ms to 30 days: " + retryAfter);
        }
    }

    /** Makes a status that says nothing of repeats. */
    public Status(StatusCode code, String message, Processed processed, @Nullable ErrorDetails details) {
        this(code, message, processed, details, null);
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

    /** Returns this with a time for callers to wait before they repeat the call; null for none. */
    public Status withRetryAfter(@Nullable Duration time) {
        return new Status(code, message, processed, details, time);
    }

    /** Returns {@code CODE: message}, fit for a log: the message may be another machine's. */
    @Override
    public String toString() {
        return message.isEmpty() ? code.name() : code + ": " + OneLine.of(message);
    }
}
