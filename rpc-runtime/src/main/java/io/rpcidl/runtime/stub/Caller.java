package io.rpcidl.runtime.stub;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.Channel;
import io.rpcidl.runtime.Deadline;
import io.rpcidl.runtime.ErrorCodec;
import io.rpcidl.runtime.ErrorDetails;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.json.JsonException;
import io.rpcidl.runtime.json.JsonReader;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
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
     */
    public <P, R> R call(MethodDescriptor<P, R> method, P params) {
        try {
            return result(method, start(method, params).get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            String message = method.fullName() + ": interrupted while waiting for the answer";
            throw new RpcException(Status.maybeProcessed(StatusCode.CANCELLED, message), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an invoker completed exceptionally", e);
        }
    }

    /** Calls a method; the future completes on the channel's callback executor. */
    public <P, R> CompletableFuture<R> callAsync(MethodDescriptor<P, R> method, P params) {
        CompletableFuture<R> future = new CompletableFuture<>();
        start(method, params).whenComplete((reply, bug) -> {
            Runnable completion = () -> complete(future, method, reply);
            try {
                channel.callbackExecutor().execute(completion);
            } catch (RejectedExecutionException e) {
                completion.run(); // the client is closed, or its pool is full: better here than never
            }
        });
        return future;
    }

    private static <R> void complete(CompletableFuture<R> future, MethodDescriptor<?, R> method, Reply reply) {
        try {
            future.complete(result(method, reply));
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }

    private <P> CompletableFuture<Reply> start(MethodDescriptor<P, ?> method, P params) {
        Duration timeout = timeout(method);
        Payload payload = Payload.of(method.params(), params);
        return channel.invoke(new Call(method, payload, options.metadata(), Deadline.after(timeout)));
    }

    /** The caller knows best, then the contract. */
    private Duration timeout(MethodDescriptor<?, ?> method) {
        if (options.timeout() != null) {
            return options.timeout();
        }
        Duration ofContract = method.traits().timeout();
        return ofContract == null ? channel.defaultTimeout() : ofContract;
    }

    private static <R> R result(MethodDescriptor<?, R> method, Reply reply) {
        if (reply instanceof Reply.Failure failure) {
            throw exception(method, failure.status());
        }
        try {
            return ((Reply.Success) reply).result().readWith(method.result());
        } catch (JsonException e) {
            String message = method.fullName() + ": the answer is not what the contract says: " + e.getMessage();
            throw new RpcException(Status.processed(StatusCode.INTERNAL, message), e);
        }
    }

    private static RpcException exception(MethodDescriptor<?, ?> method, Status status) {
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
