package io.rpcidl.runtime.stub;

import io.rpcidl.json.Codec;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonReader;
import io.rpcidl.runtime.BidiStream;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.CallTrace;
import io.rpcidl.runtime.Cancellation;
import io.rpcidl.runtime.Channel;
import io.rpcidl.runtime.Deadline;
import io.rpcidl.runtime.ErrorCodec;
import io.rpcidl.runtime.ErrorDetails;
import io.rpcidl.runtime.ItemSink;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.ReplyMetadata;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.stream.ItemPipe;
import io.rpcidl.transport.thread.NonBlocking;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Calls methods through a channel: the one thing that a stub holds. Immutable. */
public final class Caller {

    private final Channel channel;
    private final CallOptions options;

    /** Makes a caller with the channel's defaults. */
    public Caller(Channel channel) {
        this(channel, CallOptions.DEFAULT);
    }

    private Caller(Channel channel, CallOptions options) {
        this.channel = channel;
        this.options = options;
    }

    /** Returns a caller with these options on top of its own. */
    public Caller with(CallOptions more) {
        return new Caller(channel, options.merge(more));
    }

    /**
     * Calls a method and waits for its answer; an interrupt ends the wait.
     *
     * @throws RpcException if it fails: the generated exception if the error is declared
     * @throws IllegalStateException on an I/O thread: it carries other calls, too
     */
    public <P, R> R call(MethodDescriptor<P, R> method, P params) {
        NonBlocking.check("answers");
        return await(start(method, params, null));
    }

    static <R> R await(StartedCall<R> call) {
        try {
            return result(call, call.reply().get());
        } catch (InterruptedException e) {
            call.cancellation().cancel();
            Thread.currentThread().interrupt();
            String message = call.method().fullName() + ": interrupted while waiting for the answer";
            throw new RpcException(Status.maybeProcessed(StatusCode.CANCELLED, message), e).ending(call.trace());
        } catch (ExecutionException e) {
            throw new IllegalStateException("an invoker completed exceptionally", e);
        } finally {
            call.cancellation().close();
        }
    }

    /** Calls a method; the future completes on the channel's callback executor, and cancels the call when it is cancelled. */
    public <P, R> CompletableFuture<R> callAsync(MethodDescriptor<P, R> method, P params) {
        return completing(start(method, params, null));
    }

    private <R> CompletableFuture<R> completing(StartedCall<R> call) {
        CompletableFuture<R> future = new CancellableFuture<>(call.cancellation());
        call.reply().whenComplete((reply, bug) -> {
            call.cancellation().close();
            Runnable completion = () -> complete(future, call, reply);
            try {
                channel.callbackExecutor().execute(completion);
            } catch (RejectedExecutionException e) {
                completion.run(); // the client is closed, or the pool is full: better here than never
            }
        });
        return future;
    }

    /** Calls a method that answers with items; returns at once, and the first item is waited for when it is asked for. */
    public <P, R> RpcStream<R> serverStream(MethodDescriptor<P, R> method, P params) {
        return StreamCalls.items(start(method, params, null));
    }

    /** Calls a method that answers with items, once somebody subscribes; they come on the channel's callback executor. */
    public <P, R> Flow.Publisher<R> serverStreamAsync(MethodDescriptor<P, R> method, P params) {
        return StreamCalls.published(() -> start(method, params, null), channel.callbackExecutor());
    }

    /** Calls a method that takes items. */
    public <P, I, R> ItemSink<I, R> clientStream(MethodDescriptor<P, R> method, Codec<I> items, P params) {
        ItemPipe pipe = new ItemPipe();
        return new StreamCalls.Sending<>(start(method, params, pipe), items, pipe);
    }

    /**
     * Calls a method that takes items: those of a publisher, which is subscribed to once the request is sent. The future
     * completes on the channel's callback executor.
     */
    public <P, I, R> CompletableFuture<R> clientStreamAsync(
            MethodDescriptor<P, R> method, Codec<I> items, P params, Flow.Publisher<I> in) {
        return completing(start(method, params, StreamCalls.encoded(in, items, channel.callbackExecutor())));
    }

    /** Calls a method that takes items and answers with items. */
    public <P, I, R> BidiStream<I, R> bidiStream(MethodDescriptor<P, R> method, Codec<I> items, P params) {
        ItemPipe pipe = new ItemPipe();
        StartedCall<R> call = start(method, params, pipe);
        return new StreamCalls.Talking<>(call, items, pipe, StreamCalls.items(call));
    }

    /** Calls a method that takes items and answers with items, once somebody subscribes to these. */
    public <P, I, R> Flow.Publisher<R> bidiStreamAsync(
            MethodDescriptor<P, R> method, Codec<I> items, P params, Flow.Publisher<I> in) {
        Executor callbacks = channel.callbackExecutor();
        return StreamCalls.published(() -> start(method, params, StreamCalls.encoded(in, items, callbacks)), callbacks);
    }

    private static <R> void complete(CompletableFuture<R> future, StartedCall<R> call, Reply reply) {
        try {
            future.complete(result(call, reply));
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }

    private <P, R> StartedCall<R> start(
            MethodDescriptor<P, R> method, P params, Flow.@Nullable Publisher<Payload> items) {
        CallTrace trace = new CallTrace(method);
        Cancellation cancellation = cancellation();
        Payload payload = Payload.of(method.params(), params);
        Deadline deadline = deadline(method);
        Metadata metadata = options.metadata();
        ServerCall outer = ServerCall.currentOrNull();
        if (outer != null) {
            deadline = deadline.orEarlier(outer.deadline());
            metadata = outer.carriedOn(metadata);
        }
        ReplyMetadata replyMetadata = new ReplyMetadata(options.onReplyMetadata());
        CompletableFuture<Reply> reply = channel.invoke(new Call(
                method, payload, metadata, replyMetadata, deadline, cancellation, items, null, trace, null, null));
        if (method.kind().isStream()) {
            reply.thenAccept(done -> closeUnlessStream(cancellation, done));
        }
        return new StartedCall<>(method, reply, cancellation, trace);
    }

    private static void closeUnlessStream(Cancellation cancellation, Reply reply) {
        if (!(reply instanceof Reply.Stream)) {
            cancellation.close();
        }
    }

    /** A call that a handler makes is cancelled with the one that it handles. */
    private static Cancellation cancellation() {
        ServerCall outer = ServerCall.currentOrNull();
        return outer == null ? new Cancellation() : outer.within();
    }

    /** The caller knows best, then the contract; streams have no other. */
    private Deadline deadline(MethodDescriptor<?, ?> method) {
        Duration timeout = options.timeout() == null ? method.traits().timeout() : options.timeout();
        if (timeout != null) {
            return Deadline.after(timeout);
        }
        return method.kind().isStream() ? Deadline.NEVER : Deadline.after(channel.defaultTimeout());
    }

    private static <R> R result(StartedCall<R> call, Reply reply) {
        if (reply instanceof Reply.Failure failure) {
            throw exception(call, failure.status());
        }
        if (reply instanceof Reply.Success success) {
            return read(call, success.result());
        }
        String message = call.method().fullName() + ": answered with items where one answer was due";
        throw new RpcException(Status.processed(StatusCode.INTERNAL, message)).ending(call.trace());
    }

    static <R> R read(StartedCall<R> call, Payload answer) {
        try {
            return answer.readWith(call.method().result());
        } catch (JsonException e) {
            String message = call.method().fullName() + ": the answer is not what the contract says: " + e.getMessage();
            throw new RpcException(Status.processed(StatusCode.INTERNAL, message), e).ending(call.trace());
        }
    }

    static RpcException exception(StartedCall<?> call, Status status) {
        ErrorDetails details = status.details();
        ErrorCodec<?> codec = details == null ? null : declared(call.method(), details.type());
        RpcException exception;
        try {
            exception = codec == null
                    ? new RpcException(status)
                    : codec.read(new JsonReader(details.json().toByteArray()), status);
        } catch (JsonException e) {
            exception = new RpcException(status, e); // readable all the same
        }
        return exception.ending(call.trace());
    }

    private static @Nullable ErrorCodec<?> declared(MethodDescriptor<?, ?> method, String type) {
        for (ErrorCodec<?> codec : method.errors()) {
            if (codec.type().equals(type)) {
                return codec;
            }
        }
        return null;
    }
}
