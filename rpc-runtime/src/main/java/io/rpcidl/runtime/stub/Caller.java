package io.rpcidl.runtime.stub;

import io.rpcidl.json.Codec;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonReader;
import io.rpcidl.runtime.BidiStream;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.Cancellation;
import io.rpcidl.runtime.Channel;
import io.rpcidl.runtime.Deadline;
import io.rpcidl.runtime.ErrorCodec;
import io.rpcidl.runtime.ErrorDetails;
import io.rpcidl.runtime.ItemSink;
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
import io.rpcidl.runtime.thread.NonBlocking;
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
        Cancellation cancellation = cancellation();
        return await(method, start(method, params, cancellation, null), cancellation);
    }

    static <R> R await(MethodDescriptor<?, R> method, CompletableFuture<Reply> reply, Cancellation cancellation) {
        try {
            return result(method, reply.get());
        } catch (InterruptedException e) {
            cancellation.cancel();
            Thread.currentThread().interrupt();
            String message = method.fullName() + ": interrupted while waiting for the answer";
            throw new RpcException(Status.maybeProcessed(StatusCode.CANCELLED, message), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an invoker completed exceptionally", e);
        } finally {
            cancellation.close();
        }
    }

    /** Calls a method; the future completes on the channel's callback executor, and cancels the call when it is cancelled. */
    public <P, R> CompletableFuture<R> callAsync(MethodDescriptor<P, R> method, P params) {
        Cancellation cancellation = cancellation();
        return completing(method, start(method, params, cancellation, null), cancellation);
    }

    private <R> CompletableFuture<R> completing(
            MethodDescriptor<?, R> method, CompletableFuture<Reply> answer, Cancellation cancellation) {
        CompletableFuture<R> future = new CancellableFuture<>(cancellation);
        answer.whenComplete((reply, bug) -> {
            cancellation.close();
            Runnable completion = () -> complete(future, method, reply);
            try {
                channel.callbackExecutor().execute(completion);
            } catch (RejectedExecutionException e) {
                completion.run(); // the client is closed, or its pool is full: better here than never
            }
        });
        return future;
    }

    /** Calls a method that answers with items; returns at once, and the first item is waited for when it is asked for. */
    public <P, R> RpcStream<R> serverStream(MethodDescriptor<P, R> method, P params) {
        Cancellation cancellation = cancellation();
        return StreamCalls.items(method, start(method, params, cancellation, null), cancellation);
    }

    /** Calls a method that answers with items, once somebody subscribes; they come on the channel's callback executor. */
    public <P, R> Flow.Publisher<R> serverStreamAsync(MethodDescriptor<P, R> method, P params) {
        return StreamCalls.published(method, () -> startItems(method, params, null), channel.callbackExecutor());
    }

    /** Calls a method that takes items. */
    public <P, I, R> ItemSink<I, R> clientStream(MethodDescriptor<P, R> method, Codec<I> items, P params) {
        ItemPipe pipe = new ItemPipe();
        Cancellation cancellation = cancellation();
        CompletableFuture<Reply> reply = start(method, params, cancellation, pipe);
        return new StreamCalls.Sending<>(method, items, pipe, reply, cancellation);
    }

    /**
     * Calls a method that takes items: those of a publisher, which is subscribed to once the request is sent. The future
     * completes on the channel's callback executor.
     */
    public <P, I, R> CompletableFuture<R> clientStreamAsync(
            MethodDescriptor<P, R> method, Codec<I> items, P params, Flow.Publisher<I> in) {
        Cancellation cancellation = cancellation();
        Flow.Publisher<Payload> encoded = StreamCalls.encoded(in, items, channel.callbackExecutor());
        return completing(method, start(method, params, cancellation, encoded), cancellation);
    }

    /** Calls a method that takes items and answers with items. */
    public <P, I, R> BidiStream<I, R> bidiStream(MethodDescriptor<P, R> method, Codec<I> items, P params) {
        ItemPipe pipe = new ItemPipe();
        Cancellation cancellation = cancellation();
        CompletableFuture<Reply> reply = start(method, params, cancellation, pipe);
        return new StreamCalls.Talking<>(method, items, pipe, reply, StreamCalls.items(method, reply, cancellation));
    }

    /** Calls a method that takes items and answers with items, once somebody subscribes to these. */
    public <P, I, R> Flow.Publisher<R> bidiStreamAsync(
            MethodDescriptor<P, R> method, Codec<I> items, P params, Flow.Publisher<I> in) {
        Executor callbacks = channel.callbackExecutor();
        return StreamCalls.published(
                method, () -> startItems(method, params, StreamCalls.encoded(in, items, callbacks)), callbacks);
    }

    private static <R> void complete(CompletableFuture<R> future, MethodDescriptor<?, R> method, Reply reply) {
        try {
            future.complete(result(method, reply));
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }

    private <P> Flow.Publisher<Payload> startItems(
            MethodDescriptor<P, ?> method, P params, Flow.@Nullable Publisher<Payload> items) {
        Cancellation cancellation = cancellation();
        return AwaitedItems.of(start(method, params, cancellation, items), cancellation);
    }

    private <P> CompletableFuture<Reply> start(
            MethodDescriptor<P, ?> method,
            P params,
            Cancellation cancellation,
            Flow.@Nullable Publisher<Payload> items) {
        Payload payload = Payload.of(method.params(), params);
        Deadline deadline = deadline(method);
        ServerCall outer = ServerCall.currentOrNull();
        if (outer != null) {
            deadline = deadline.orEarlier(outer.deadline());
        }
        ReplyMetadata replyMetadata = new ReplyMetadata(options.onReplyMetadata());
        CompletableFuture<Reply> reply = channel.invoke(new Call(
                method, payload, options.metadata(), replyMetadata, deadline, cancellation, items, null, null));
        if (method.kind().isStream()) {
            reply.thenAccept(done -> closeUnlessStream(cancellation, done));
        }
        return reply;
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

    private static <R> R result(MethodDescriptor<?, R> method, Reply reply) {
        if (reply instanceof Reply.Failure failure) {
            throw exception(method, failure.status());
        }
        if (!(reply instanceof Reply.Success success)) {
            throw new RpcException(Status.processed(
                    StatusCode.INTERNAL, method.fullName() + ": answered with items where one answer was due"));
        }
        return read(method, success.result());
    }

    static <R> R read(MethodDescriptor<?, R> method, Payload answer) {
        try {
            return answer.readWith(method.result());
        } catch (JsonException e) {
            String message = method.fullName() + ": the answer is not what the contract says: " + e.getMessage();
            throw new RpcException(Status.processed(StatusCode.INTERNAL, message), e);
        }
    }

    static RpcException exception(MethodDescriptor<?, ?> method, Status status) {
        ErrorDetails details = status.details();
        ErrorCodec<?> codec = details == null ? null : declared(method, details.type());
        if (codec == null) {
            return new RpcException(status);
        }
        try {
            return codec.read(new JsonReader(details.json().toByteArray()), status);
        } catch (JsonException e) {
            return new RpcException(status, e); // readable all the same
        }
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
