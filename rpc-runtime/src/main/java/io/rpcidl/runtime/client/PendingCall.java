package io.rpcidl.runtime.client;

import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.observe.Attempt;
import io.rpcidl.runtime.wire.Header;
import io.rpcidl.runtime.wire.MessageWriter;
import io.rpcidl.runtime.wire.RequestId;
import io.rpcidl.transport.Endpoint;
import org.jspecify.annotations.Nullable;

/** A call that waits: for a connection, then for its reply. Completes once, whoever is first. */
final class PendingCall {

    private final Call call;
    private final AttemptReply reply;
    private final @Nullable Attempt attempt;
    private final @Nullable ClientStream stream;
    private long id; // set before the call is shared with another thread
    private boolean large;
    private volatile @Nullable ClientConnection carrier; // once the request is sent

    PendingCall(Call call, Endpoint server, AttemptReply reply) {
        this.call = call;
        this.reply = reply;
        this.attempt = call.observer() == null ? null : Attempt.ofClient(call, server.toString());
        this.stream = call.method().kind().isStream() ? new ClientStream(this, call, reply) : null;
    }

    long id() {
        return id;
    }

    void id(long newId) {
        this.id = newId;
    }

    MethodDescriptor<?, ?> descriptor() {
        return call.method();
    }

    /** Returns whether its request, encoded last, is large. */
    boolean isLarge() {
        return large;
    }

    String method() {
        return call.method().fullName();
    }

    /** Returns the names under which messages may follow the request. */
    Header names() {
        MethodDescriptor<?, ?> method = call.method();
        return Header.following(new RequestId.Numeric(id), method.serviceName(), method.methodName());
    }

    boolean isOneway() {
        return call.method().kind() == MethodDescriptor.Kind.ONEWAY;
    }

    /** Returns the items that the call sends or is answered with, or null if it has none. */
    @Nullable
    ClientStream stream() {
        return stream;
    }

    boolean isDone() {
        return reply.given() != null;
    }

    boolean isExpired(long now) {
        return call.deadline().remainingNanos(now) <= 0;
    }

    /** Returns why the call is over now, if it is: its deadline has passed, or its stream is silent. */
    @Nullable
    String overdue(long now) {
        if (isExpired(now)) {
            return "before the deadline";
        }
        return stream != null && stream.isSilent(now) ? "for too long" : null;
    }

    boolean isOverdrawn() {
        return stream != null && stream.isOverdrawn();
    }

    /** A message of it was handed to the connection. */
    void sent(int bytes) {
        if (attempt != null) {
            attempt.sent(bytes);
        }
    }

    /** A message of it came. */
    void received(int bytes) {
        if (attempt != null) {
            attempt.received(bytes);
        }
    }

    /** A message of it came, or one of several items. */
    void received(int bytes, int items) {
        if (attempt != null) {
            attempt.received(bytes, items);
        }
    }

    /** It is over, stream and all. */
    void ended(@Nullable Status failure) {
        if (attempt != null) {
            attempt.ended(failure);
        }
    }

    /** Tells the stream of the call, if it has one, what carries it: before its request is sent. */
    void attach(ClientConnection connection) {
        if (stream != null) {
            stream.attach(connection);
        }
    }

    /** Says that the request had to wait until now. */
    void leaves() {
        if (call.trace() != null) {
            call.trace().sent();
        }
    }

    /** Says that the request is sent, and that like many before it was alone on the connection: its caller may look for the answer. */
    void sentAlone(@Nullable SpinWait spin) {
        if (stream == null) {
            reply.lookFor(spin);
        }
    }

    /** Says that the request is sent: from now on a cancel can follow it, and that of a caller who was quicker does. */
    void start(ClientConnection connection) {
        carrier = connection;
        if (stream != null) {
            stream.start();
        }
        if (call.cancellation().isCancelled()) {
            cancel();
        }
    }

    /** Encodes the request under the call's id; if that cannot be done, fails the call and returns null. */
    @Nullable
    JsonWriter encode(MessageWriter writer, boolean offer, boolean deflate) {
        try {
            JsonWriter request = writer.request(id, call, offer, deflate && stream == null && !isOneway());
            large = request.length() >= BulkMethods.LARGE;
            return request;
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

    /** Ends the call: its caller waits no more. Any thread. */
    void cancel() {
        Status cancelled = Status.maybeProcessed(StatusCode.CANCELLED, "cancelled by the caller");
        ClientConnection connection = carrier;
        if (connection == null) {
            fail(cancelled); // it waits, or is about to be sent
        } else {
            connection.giveUp(this, cancelled);
        }
    }

    /** Takes what stands in the header of an answer beside it, before that itself. */
    void takes(Header header) {
        if (!header.metadata().isEmpty()) {
            call.replyMetadata().received(header.metadata());
        }
    }

    /** Takes an answer and what stands in its header. */
    void complete(Header header, Reply done) {
        takes(header);
        complete(done instanceof Reply.Failure failure ? new Reply.Failure(header.hinted(failure.status())) : done);
    }

    void complete(Reply done) {
        if (stream == null) {
            ended(done instanceof Reply.Failure failure ? failure.status() : null);
            reply.give(done);
        } else {
            stream.answered(done);
        }
    }

    void fail(Status status) {
        if (stream == null) {
            ended(status);
            reply.give(new Reply.Failure(status));
        } else {
            stream.fail(status);
        }
    }

    void notSent(StatusCode code, String message) {
        fail(Status.notProcessed(code, message));
    }
}
