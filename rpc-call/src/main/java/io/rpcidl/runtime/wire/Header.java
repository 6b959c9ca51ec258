package io.rpcidl.runtime.wire;

import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.Status;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The header of a message that was read.
 *
 * @param id the request it belongs to, or null
 * @param service the service's name; empty where the kind needs none
 * @param method the method's name; empty where the kind needs none
 * @param kind the kind as written; empty for an ordinary request or reply
 * @param timeoutMillis what remains until the deadline, or 0 if the caller named none
 * @param metadata what is sent along
 * @param offers whether the sender offers version 1 of the wire
 * @param accepts whether the sender accepts version 1 of the wire
 * @param retryAfterMillis how long a caller is to wait before it repeats the call, or 0 if the server says nothing
 * @param deflate whether what is offered, or accepted, is to be compressed
 */
public record Header(
        @Nullable RequestId id,
        String service,
        String method,
        String kind,
        long timeoutMillis,
        Metadata metadata,
        long retryAfterMillis,
        boolean offers,
        boolean accepts,
        boolean deflate) {

    /** The longest time that a caller may name: 30 days. */
    public static final long LONGEST_TIMEOUT_MILLIS = 30L * 24 * 3_600 * 1_000;

    /** The kind of a request that is never answered. */
    public static final String ONEWAY = "oneway";

    /** The kind of a question for a sign of life. */
    public static final String PING = "ping";

    /** The kind of the answer to {@link #PING}. */
    public static final String PONG = "pong";

    /** The kind by which a server says that it takes no further requests on a connection. */
    public static final String GOAWAY = "goaway";

    /** The kind of an item of a stream. */
    public static final String ITEM = "item";

    /** The kind of some items of a stream at a time. */
    public static final String ITEMS = "items";

    /** The kind that ends the items of one side. */
    public static final String END = "end";

    /** The kind by which a reader of items lets the other side send more of them. */
    public static final String CREDIT = "credit";

    /** The kind by which a caller gives a call up. */
    public static final String CANCEL = "cancel";

    /** The header of a message whose header could not be read: an answer to it names nothing. */
    public static final Header UNREAD = new Header(null, "", "", "", 0, Metadata.EMPTY, 0, false, false, false);

    /** Makes the header of messages that follow a request under its names. */
    public static Header following(@Nullable RequestId id, String service, String method) {
        return new Header(id, service, method, "", 0, Metadata.EMPTY, 0, false, false, false);
    }

    /** Returns this with less offered: without compression. */
    public Header withoutDeflate() {
        return new Header(id, service, method, kind, timeoutMillis, metadata, retryAfterMillis, offers, accepts, false);
    }

    /** Returns a status with what this header says of repeats. */
    public Status hinted(Status status) {
        return retryAfterMillis == 0 ? status : status.withRetryAfter(Duration.ofMillis(retryAfterMillis));
    }

    /** Returns whether it is a request that is never answered. */
    public boolean isOneway() {
        return kind.equals(ONEWAY);
    }

    /** Returns whether it is an ordinary request or reply, or a oneway request. */
    public boolean isCall() {
        return kind.isEmpty() || kind.equals(ONEWAY);
    }
}
