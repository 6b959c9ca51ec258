package io.rpcidl.runtime.wire;

import io.rpcidl.json.FieldNames;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonLimits;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Deadline;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Status;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages: compact, one line each. Fails with {@link io.rpcidl.json.JsonException} over a limit. Safe for any number of
 * threads.
 */
public final class MessageWriter {

    /** What a stranger that calls {@code recv(1024)} once must get whole. */
    private static final int STRANGERS_ERROR_BYTES = 900;

    /** A message of several items gets no longer: others of the connection shall not wait for it. */
    private static final int ITEMS_BYTES = 16 << 10;

    private static final FieldNames HEADER = HeaderReader.NAMES;

    private final JsonLimits limits;
    private final MessageSizes sizes = new MessageSizes();
    private final MessageSizes sizesOfItems = new MessageSizes(); // of messages of several

    /** Makes a writer that keeps to limits. */
    public MessageWriter(JsonLimits limits) {
        this.limits = limits;
    }

    /**
     * Writes a request.
     *
     * @param id its number on the connection
     * @param offer whether to offer version 1 of the wire
     * @param deflate whether to offer compression with it
     */
    public JsonWriter request(long id, Call call, boolean offer, boolean deflate) {
        MessageSizes.Size size = sizes.of(call.method().methodName());
        JsonWriter out = new JsonWriter(size.room(), limits);
        boolean oneway = call.method().kind() == MethodDescriptor.Kind.ONEWAY;
        beginHeader(
                out,
                new RequestId.Numeric(id),
                call.method().serviceName(),
                call.method().methodName());
        if (oneway) {
            out.name(HEADER, HeaderReader.KIND).string(Header.ONEWAY);
        }
        if (!call.deadline().equals(Deadline.NEVER)) {
            out.name(HEADER, HeaderReader.TIMEOUT_MS)
                    .int64(Math.max(1, call.deadline().remainingMillis()));
        }
        metadata(out, call.metadata());
        if (offer) {
            version(out, HeaderReader.OFFER, deflate);
        }
        endHeader(out);
        out.name(MessageReader.BODY, MessageReader.PARAMS);
        call.params().writeTo(out);
        return endMessage(out, size);
    }

    /** Writes a reply with a result to a request; it accepts what the request offers. */
    public JsonWriter success(Header request, Metadata metadata, Payload result) {
        MessageSizes.Size size = sizes.of(request.method());
        JsonWriter out = new JsonWriter(size.room(), limits);
        beginReply(out, request, "", metadata, null);
        out.name(MessageReader.BODY, MessageReader.RESULT);
        result.writeTo(out);
        return endMessage(out, size);
    }

    /**
     * Writes a reply with an error to a request.
     *
     * @param stranger whether the peer never accepted the wire: its error is then kept short, details first
     */
    public JsonWriter failure(Header request, Metadata metadata, Status status, boolean stranger) {
        return failure(request, "", metadata, status, stranger);
    }

    /** Writes the end of a stream that a request has opened; with an error, which is kept short for a stranger, or null. */
    public JsonWriter end(Header request, Metadata metadata, @Nullable Status status, boolean stranger) {
        if (status != null) {
            return failure(request, Header.END, metadata, status, stranger);
        }
        try {
            return end(request, metadata);
        } catch (JsonException e) {
            return end(request, Metadata.EMPTY); // what is over a limit, or no JSON: an end has to come
        }
    }

    private JsonWriter end(Header request, Metadata metadata) {
        JsonWriter out = new JsonWriter(256, limits);
        beginReply(out, request, Header.END, metadata, null);
        return endMessage(out);
    }

    private JsonWriter failure(Header request, String kind, Metadata metadata, Status status, boolean stranger) {
        int most = stranger ? STRANGERS_ERROR_BYTES : limits.maxBytes();
        JsonWriter out = tryFailure(request, kind, metadata, status);
        if (out == null || out.length() > most) {
            out = tryFailure(request, kind, metadata, shorter(status, Integer.MAX_VALUE));
        }
        for (int length = 100; out == null || out.length() > most; length /= 2) {
            out = tryFailure(request, kind, Metadata.EMPTY, shorter(status, length));
            if (length == 0) {
                break;
            }
        }
        if (out == null) {
            throw new IllegalStateException("an error without a message is over the limits " + limits);
        }
        return out;
    }

    /** Writes a value by itself, one line. */
    public JsonWriter value(Payload value) {
        JsonWriter out = new JsonWriter(512, limits);
        value.writeTo(out);
        out.newLine();
        return out;
    }

    /** Writes an error by itself, one line; without its details, and with less of its message, if it is over a limit. */
    public JsonWriter error(Status status) {
        for (int length = status.message().length(); ; length /= 2) {
            try {
                JsonWriter out = new JsonWriter(512, limits);
                StatusJson.write(out, length == status.message().length() ? status : shorter(status, length));
                out.newLine();
                return out;
            } catch (JsonException e) {
                if (length == 0) {
                    throw e;
                }
            }
        }
    }

    /** Returns a status without its details, and with no more than so much of its message. */
    private static Status shorter(Status status, int length) {
        return new Status(status.code(), cut(status.message(), length), status.processed(), null, status.retryAfter());
    }

    /** Makes a writer of an item by itself, which is to stand among several. */
    public JsonWriter item() {
        return new JsonWriter(256, ItemsMessage.inside(limits));
    }

    /** Writes an item of a stream that a request has opened. */
    public JsonWriter item(Header request, Metadata metadata, Payload item) {
        MessageSizes.Size size = sizes.of(request.method());
        JsonWriter out = new JsonWriter(size.room(), limits);
        beginReply(out, request, Header.ITEM, metadata, null);
        out.name(MessageReader.BODY, MessageReader.ITEM);
        item.writeTo(out);
        return endMessage(out, size);
    }

    /** Writes an item of a stream that a request has opened: one that is written already. */
    public JsonWriter item(Header request, JsonWriter item) {
        JsonWriter out = new JsonWriter(item.length() + 256, limits);
        beginReply(out, request, Header.ITEM, Metadata.EMPTY, null);
        out.name(MessageReader.BODY, MessageReader.ITEM).raw(item.array(), 0, item.length());
        return endMessage(out);
    }

    /** Begins a message of several items of a stream that a request has opened. */
    public ItemsMessage items(Header request) {
        MessageSizes.Size size = sizesOfItems.of(request.method());
        JsonWriter out = new JsonWriter(size.room(), limits);
        beginReply(out, request, Header.ITEMS, Metadata.EMPTY, null);
        out.name(MessageReader.BODY, MessageReader.ITEMS).beginArray();
        return new ItemsMessage(out, Math.min(ITEMS_BYTES, limits.maxBytes()), size);
    }

    /** Writes that the reader of a stream takes so many items more. */
    public JsonWriter credit(Header request, int items) {
        JsonWriter out = new JsonWriter(256, limits);
        beginReply(out, request, Header.CREDIT, Metadata.EMPTY, null);
        out.name(MessageReader.BODY, MessageReader.ITEMS).int64(items);
        return endMessage(out);
    }

    /** Writes a message without a body that belongs to a request: {@link Header#END} or {@link Header#CANCEL}. */
    public JsonWriter follow(Header request, String kind) {
        JsonWriter out = new JsonWriter(256, limits);
        beginReply(out, request, kind, Metadata.EMPTY, null);
        return endMessage(out);
    }

    /** Writes a message without a body that belongs to the connection. */
    public JsonWriter control(String kind) {
        JsonWriter out = new JsonWriter(64, limits);
        out.beginObject();
        out.name(MessageReader.NAMES, 0).beginObject();
        out.name(HEADER, HeaderReader.KIND).string(kind);
        endHeader(out);
        return endMessage(out);
    }

    private @Nullable JsonWriter tryFailure(Header request, String kind, Metadata metadata, Status status) {
        try {
            JsonWriter out = new JsonWriter(512, limits);
            beginReply(out, request, kind, metadata, status.retryAfter());
            out.name(MessageReader.BODY, MessageReader.ERROR);
            StatusJson.write(out, status);
            return endMessage(out);
        } catch (JsonException e) {
            return null; // details or a message over a limit: it goes without
        }
    }

    private static void beginReply(
            JsonWriter out, Header request, String kind, Metadata metadata, @Nullable Duration retryAfter) {
        beginHeader(out, request.id(), request.service(), request.method());
        if (!kind.isEmpty()) {
            out.name(HEADER, HeaderReader.KIND).string(kind);
        }
        metadata(out, metadata);
        if (request.offers()) {
            version(out, HeaderReader.ACCEPT, request.deflate());
        }
        if (retryAfter != null) {
            out.name(HEADER, HeaderReader.RETRY_AFTER_MS).int64(retryAfter.toMillis());
        }
        endHeader(out);
    }

    private static void beginHeader(JsonWriter out, @Nullable RequestId id, String service, String method) {
        out.beginObject();
        out.name(MessageReader.NAMES, 0).beginObject();
        out.name(HEADER, HeaderReader.REQUEST_ID);
        if (id == null) {
            out.nullValue();
        } else {
            id.write(out);
        }
        out.name(HEADER, HeaderReader.SERVICE_NAME).string(service);
        out.name(HEADER, HeaderReader.METHOD_NAME).string(method);
    }

    private static void metadata(JsonWriter out, Metadata metadata) {
        if (!metadata.isEmpty()) {
            out.name(HEADER, HeaderReader.METADATA).beginObject();
            metadata.asMap().forEach((key, value) -> out.name(key).string(value));
            out.endObject();
            if (out.length() > HeaderReader.MAX_BYTES) {
                throw out.limit("metadata longer than a header may be: " + HeaderReader.MAX_BYTES + " bytes");
            }
        }
    }

    private static void version(JsonWriter out, int field, boolean deflate) {
        out.name(HEADER, field).beginObject();
        out.name(HeaderReader.VERSIONS, HeaderReader.WIRE).int64(1);
        if (deflate) {
            out.name(HeaderReader.VERSIONS, HeaderReader.DEFLATE).int64(1);
        }
        out.endObject();
    }

    private static void endHeader(JsonWriter out) {
        out.endObject();
        out.name(MessageReader.NAMES, 1).beginObject();
    }

    private static JsonWriter endMessage(JsonWriter out, MessageSizes.Size size) {
        endMessage(out);
        size.was(out.length());
        return out;
    }

    static JsonWriter endMessage(JsonWriter out) {
        out.endObject();
        out.endObject();
        out.newLine();
        return out;
    }

    private static String cut(String message, int length) {
        if (message.length() <= length) {
            return message;
        }
        boolean splitsPair = length > 0 && Character.isHighSurrogate(message.charAt(length - 1));
        return message.substring(0, splitsPair ? length - 1 : length) + "…";
    }
}
