package io.rpcidl.runtime.server;

import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.wire.Header;
import io.rpcidl.runtime.wire.MessageWriter;
import io.rpcidl.transport.OneLine;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Encodes replies, whatever they are: a call must never be left without one. */
record ReplyEncoder(MessageWriter writer) {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyEncoder.class);

    JsonWriter encode(Header request, Metadata metadata, Reply reply, boolean stranger) {
        try {
            return reply instanceof Reply.Success success
                    ? writer.success(request, metadata, success.result())
                    : writer.failure(request, metadata, ((Reply.Failure) reply).status(), stranger);
        } catch (RuntimeException | Error e) {
            return writer.failure(request, Metadata.EMPTY, unsendable(request, e), stranger);
        }
    }

    /** Says why an answer, or an item of one, could not be written: a limit, no JSON for it, or a bug of its codec. */
    Status unsendable(Header request, Throwable thrown) {
        if (thrown instanceof JsonException e) {
            boolean limit = e.kind() == JsonException.Kind.LIMIT;
            StatusCode code = limit ? StatusCode.RESOURCE_EXHAUSTED : StatusCode.INTERNAL;
            return Status.processed(code, "the answer cannot be sent: " + e.getMessage());
        }
        String id = UUID.randomUUID().toString();
        LOG.error(
                "the answer of {}.{} cannot be encoded, error id {}",
                request.service(),
                request.method(),
                id,
                OneLine.of(thrown));
        return Status.processed(StatusCode.INTERNAL, "internal error " + id + ": see the server's log");
    }
}
