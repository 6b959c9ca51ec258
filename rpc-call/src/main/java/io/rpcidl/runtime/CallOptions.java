package io.rpcidl.runtime;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says about its calls, beside their parameters. Immutable.
 *
 * <pre>{@code
 * CallOptions options = CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(2)).withMetadata("user", "anna");
 * Product product = catalog.with(options).get("ABC-1");
 * }</pre>
 *
 * @param timeout how long a call may take in all, more than zero and at most 30 days; null for the client's default
 * @param metadata what is sent along
 * @param onReplyMetadata is told what comes beside an answer, before that; not told if there is nothing. It runs on an I/O
 *     thread, and must neither block nor throw. Null for nobody
 */
public record CallOptions(
        @Nullable Duration timeout,
        Metadata metadata,
        @Nullable Consumer<Metadata> onReplyMetadata) {

    /** The client's defaults. */
    public static final CallOptions DEFAULT = new CallOptions(null, Metadata.EMPTY, null);

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
        return new CallOptions(newTimeout, metadata, onReplyMetadata);
    }

    /** Returns these options with one entry of metadata more. */
    public CallOptions withMetadata(String key, String value) {
        return new CallOptions(timeout, metadata.with(key, value), onReplyMetadata);
    }

    /** Returns these options with somebody who is told what comes beside an answer, in place of who was. */
    public CallOptions onReplyMetadata(Consumer<Metadata> listener) {
        return new CallOptions(timeout, metadata, listener);
    }

    /** Returns these options overridden by what others say. */
    public CallOptions merge(CallOptions others) {
        return new CallOptions(
                others.timeout == null ? timeout : others.timeout,
                metadata.merge(others.metadata),
                others.onReplyMetadata == null ? onReplyMetadata : others.onReplyMetadata);
    }
}
