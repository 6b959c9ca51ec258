package io.rpcidl.runtime;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What travels beside the answer to a call: with the answer itself, or with the first message of one that is items. On the
 * server the handler and filters add to it; on the caller's side it is there as soon as the answer is. Safe for any number
 * of threads.
 *
 * <pre>{@code
 * ServerCall.current().addReplyMetadata("cache", "hit"); // in a handler
 * catalog.with(CallOptions.DEFAULT.onReplyMetadata(metadata -> hits.add(metadata.get("cache")))); // in a caller
 * }</pre>
 */
public final class ReplyMetadata {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyMetadata.class);

    private final @Nullable Consumer<Metadata> listener;
    private volatile Metadata metadata = Metadata.EMPTY;

    /** Makes one that tells nobody. */
    public ReplyMetadata() {
        this(null);
    }

    /** Makes one that tells a listener, or nobody if that is null, what has come with the answer. */
    public ReplyMetadata(@Nullable Consumer<Metadata> listener) {
        this.listener = listener;
    }

    /** Adds an entry, or replaces that of the key; in vain once the answer, or its first item, is on its way. */
    public synchronized void add(String key, String value) {
        metadata = metadata.with(key, Objects.requireNonNull(value, "value"));
    }

    /** Returns what there is; on the caller's side, nothing before the answer. */
    public Metadata get() {
        return metadata;
    }

    /** Takes what has come with the answer; for what brings it. */
    public void received(Metadata newMetadata) {
        metadata = newMetadata;
        try {
            if (listener != null) {
                listener.accept(newMetadata);
            }
        } catch (RuntimeException | Error e) { // the call, and all others of the connection, must not suffer from it
            LOG.error("who was to be told what came beside an answer failed, which is against the rules", e);
        }
    }
}
