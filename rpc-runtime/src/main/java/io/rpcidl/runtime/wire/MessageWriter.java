package io.rpcidl.runtime.wire;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.json.FieldNames;
import io.rpcidl.runtime.json.JsonLimits;
import io.rpcidl.runtime.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Writes messages: compact, one line each. Fails with {@link io.rpcidl.runtime.json.JsonException} over a limit. */
public final class MessageWriter {

    /** What a stranger that calls {@code recv(1024)} once must get whole. */
    private static final int STRANGERS_ERROR_BYTES = 900;

    private static final int LONGEST_MESSAGE_TO_STRANGER = 300;
    private static final FieldNames HEADER = HeaderReader.NAMES;

    private final JsonLimits limits;

    /** Makes a writer that keeps to limits. */
    public MessageWriter(JsonLimits limits) {
        this.limits = limits;
    }

    /**
     * Writes a request.
     *
     * @param id its number on the connection
     * @param offer whether to offer version 1 of the wire
     */
    public JsonWriter request(long id, Call call, boolean offer) {
        JsonWriter out = new JsonWriter(512, limits);
        boolean oneway = call.method().kind() == MethodDescriptor.Kind.ONEWAY;
        beginHeader(out, new RequestId.Numeric(id), call.method().serviceName(), call.method().methodName());
        if (oneway) {
            out.name(HEADER, HeaderReader.KIND).string(Header.ONEWAY);
        }
        out.name(HEADER, HeaderReader.TIMEOUT_MS).int64(Math.max(1, call.deadline().remainingMillis()));
        if (!call.metadata().isEmpty()) {
            out.name(HEADER, HeaderReader.METADATA).beginObject();
            call.metadata().asMap().forEach((key, value) -> out.name(key).string(value));
            out.endObject();
        }
        if (offer) {
            version(out, HeaderReader.OFFER);
        }
        endHeader(out);
        out.name(MessageReader.BODY, MessageReader.PARAMS);
        call.params().writeTo(out);
        return endMessage(out);
    }

    /** Writes a reply with a result to a request. */
    public JsonWriter success(Header request, boolean accept, Payload result) {
        JsonWriter out = new JsonWriter(512, limits);
        beginReply(out, request, accept);
        out.name(MessageReader.BODY, MessageReader.RESULT);
        result.writeTo(out);
        return endMessage(out);
    }

    /**
     * Writes a reply with an error to a request.
     *
     * @param stranger whether the peer never accepted the wire: its error is then kept short, details first
     */
    public JsonWriter failure(Header request, boolean accept, Status status, boolean stranger) {
        JsonWriter out = failure(request, accept, status);
        if (!stranger || out.length() <= STRANGERS_ERROR_BYTES) {
            return out;
        }
        Status bare = new Status(status.code(), status.message(), status.processed(), null);
        out = failure(request, accept, bare);
        if (out.length() <= STRANGERS_ERROR_BYTES) {
            return out;
        }
        return failure(request, accept, new Status(bare.code(), cut(bare.message()), bare.processed(), null));
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

    private JsonWriter failure(Header request, boolean accept, Status status) {
        JsonWriter out = new JsonWriter(512, limits);
        beginReply(out, request, accept);
        out.name(MessageReader.BODY, MessageReader.ERROR);
        StatusJson.write(out, status);
        return endMessage(out);
    }

    private static void beginReply(JsonWriter out, Header request, boolean accept) {
        beginHeader(out, request.id(), request.service(), request.method());
        if (accept) {
            version(out, HeaderReader.ACCEPT);
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

    private static void version(JsonWriter out, int field) {
        out.name(HEADER, field).beginObject();
        out.name(HeaderReader.VERSIONS, 0).int64(1);
        out.endObject();
    }

    private static void endHeader(JsonWriter out) {
        out.endObject();
        out.name(MessageReader.NAMES, 1).beginObject();
    }

    private static JsonWriter endMessage(JsonWriter out) {
        out.endObject();
        out.endObject();
        out.newLine();
        return out;
    }

    private static String cut(String message) {
        int length = Math.min(message.length(), LONGEST_MESSAGE_TO_STRANGER / 3);
        boolean splitsPair = length > 0 && Character.isHighSurrogate(message.charAt(length - 1));
        return message.substring(0, splitsPair ? length - 1 : length) + "…";
    }
}
