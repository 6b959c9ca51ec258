package io.rpcidl.runtime.server;

import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.observe.Attempt;
import io.rpcidl.runtime.wire.Header;
import io.rpcidl.runtime.wire.MessageWriter;
import io.rpcidl.transport.OneLine;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Encodes replies, whatever they are: a call must never be left without one. */
record ReplyEncoder(MessageWriter writer) {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyEncoder.class);

    /** Encodes an answer, and tells who watches the call, if anybody does, what is sent before it is. */
    JsonWriter encode(Header request, Metadata metadata, Reply reply, boolean stranger, @Nullable Attempt attempt) {
        Status failure = reply instanceof Reply.Failure failed ? failed.status() : null;
        JsonWriter message;
        try {
            message = reply instanceof Reply.Success success
                    ? writer.success(request, metadata, success.result())
                    : writer.failure(request, metadata, ((Reply.Failure) reply).status(), stranger);
        } catch (RuntimeException | Error e) {
            failure = unsendable(request, e);
            message = writer.failure(request, Metadata.EMPTY, failure, stranger);
        }
        if (attempt != null) {
            attempt.sent(message.length());
            attempt.ended(failure);
        }
        return message;
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
