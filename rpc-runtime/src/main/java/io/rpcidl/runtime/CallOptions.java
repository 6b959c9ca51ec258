package io.rpcidl.runtime;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says about its calls, beside their parameters. Immutable.
 *
 * @param timeout how long a call may take in all, more than zero and at most 30 days; null for the client's default
 * @param metadata what is sent along
 */
public record CallOptions(@Nullable Duration timeout, Metadata metadata) {

    /** The client's defaults. */
    public static final CallOptions DEFAULT = new CallOptions(null, Metadata.EMPTY);

    private static final Duration LONGEST = Duration.ofDays(30);

    /** Checks the range of the timeout. */
    public CallOptions {
        Objects.requireNonNull(metadata, "metadata");
        if (timeout != null && (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException("timeout not in 0 to 30 days: " + timeout);
        }
    }

    /** Returns these options with a timeout. */
    public CallOptions withTimeout(Duration newTimeout) {
        return new CallOptions(newTimeout, metadata);
    }

    /** Returns these options with one entry of metadata more. */
    public CallOptions withMetadata(String key, String value) {
        return new CallOptions(timeout, metadata.with(key, value));
    }

    /** Returns these options overridden by what others say. */
    public CallOptions merge(CallOptions others) {
        return new CallOptions(others.timeout == null ? timeout : others.timeout, metadata.merge(others.metadata));
    }
}
