package io.rpcidl.runtime.client;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import java.util.concurrent.CompletableFuture;

/** A call that waits: for a connection, then for its reply. Completes once, whoever is first. */
final class PendingCall {

    final Call call;
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

    boolean isDone() {
        return reply.isDone();
    }

    boolean isExpired(long now) {
        return call.deadline().remainingNanos(now) <= 0;
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
