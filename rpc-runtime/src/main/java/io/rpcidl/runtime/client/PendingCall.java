package io.rpcidl.runtime.client;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.json.JsonException;
import io.rpcidl.runtime.json.JsonWriter;
import io.rpcidl.runtime.wire.MessageWriter;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A call that waits: for a connection, then for its reply. Completes once, whoever is first. */
final class PendingCall {

    private final Call call;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private long id; // set before the call is shared with another thread

    PendingCall(Call call) {
        this.call = call;
    }

    CompletableFuture<Reply> reply() {
        return reply;
    }

    long id() {
        return id;
    }

    void id(long newId) {
        this.id = newId;
    }

    String method() {
        return call.method().fullName();
    }

    boolean isOneway() {
        return call.method().kind() == MethodDescriptor.Kind.ONEWAY;
    }

    boolean isDone() {
        return reply.isDone();
    }

    boolean isExpired(long now) {
        return call.deadline().remainingNanos(now) <= 0;
    }

    /** Encodes the request under the call's id; if that cannot be done, fails the call and returns null. */
    @Nullable
    JsonWriter encode(MessageWriter writer, boolean offer) {
        try {
            return writer.request(id, call, offer);
        } catch (JsonException e) {
            boolean limit = e.kind() == JsonException.Kind.LIMIT;
            notSent(
                    limit ? StatusCode.RESOURCE_EXHAUSTED : StatusCode.INVALID_ARGUMENT,
                    "the request cannot be sent: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            // a codec's bug, or a cycle in a value: the caller's to know, and no reason to lose the call
            notSent(StatusCode.INTERNAL, "the request cannot be encoded: " + e);
        }
        return null;
    }

    void complete(Reply done) {
        reply.complete(done);
    }

    void fail(Status status) {
        reply.complete(new Reply.Failure(status));
    }

    void notSent(StatusCode code, String message) {
        fail(Status.notProcessed(code, message));
    }
}
