package io.rpcidl.runtime.stub;

import io.rpcidl.json.Bytes;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.ErrorCodec;
import io.rpcidl.runtime.ErrorDetails;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.stub.ServiceDefinition.Async;
import io.rpcidl.runtime.stub.ServiceDefinition.Binding;
import io.rpcidl.runtime.stub.ServiceDefinition.Streaming;
import io.rpcidl.transport.OneLine;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the code behind a method: decodes the parameters, calls the handler, and turns what it returns or throws into a
 * reply. What a handler throws that is no {@link RpcException} stays in this machine's log; the caller is told an id.
 */
public final class Skeleton {

    private static final Logger LOG = LoggerFactory.getLogger(Skeleton.class);

    /** A call whose code runs since a reading of the clock. */
    private record Begun(Call call, long nanoTime) {}

    private Skeleton() {}

    /**
     * Runs a call on this thread, which the handler may block, and completes its reply: that of a stream as soon as the
     * handler asks where to write its items. Never throws.
     *
     * @param executor carries the signals of publishers; those of code that never blocks are passed on where they come
     */
    public static <P, R> void run(Call call, Binding<P, R> binding, Executor executor, CompletableFuture<Reply> reply) {
        MethodDescriptor<P, R> method = binding.method();
        Begun begun = new Begun(call, System.nanoTime());
        P params;
        try {
            params = call.params().readWith(method.params());
        } catch (JsonException e) {
            StatusCode code =
                    e.kind() == JsonException.Kind.LIMIT ? StatusCode.RESOURCE_EXHAUSTED : StatusCode.INVALID_ARGUMENT;
            reply.complete(failure(Status.notProcessed(code, String.valueOf(e.getMessage()))));
            return;
        } catch (RuntimeException | Error e) {
            reply.complete(failure(status(begun, e))); // a codec's bug, or a filter that has read them already
            return;
        }
        if (binding.code() instanceof Streaming<P, R> code) {
            Executor carrier = method.traits().nonblocking() ? Runnable::run : executor;
            Exchange<R> exchange = new Exchange<>(call, method.result(), carrier, thrown -> status(begun, thrown));
            exchange.reply().thenAccept(reply::complete);
            exchange.run(code, params);
        } else if (binding.code() instanceof Async<P, R> code) {
            answer(begun, method, code, params, reply);
        }
    }

    private static <P, R> void answer(
            Begun begun, MethodDescriptor<P, R> method, Async<P, R> code, P params, CompletableFuture<Reply> reply) {
        try {
            CompletionStage<R> result = code.handle(params);
            result.whenComplete((value, thrown) -> reply.complete(
                    thrown == null
                            ? new Reply.Success(Payload.of(method.result(), value))
                            : failure(status(begun, thrown))));
        } catch (Throwable thrown) {
            // errors too: one call must not take a worker thread, and its caller, with it
            reply.complete(failure(status(begun, thrown)));
        }
    }

    private static Reply failure(Status status) {
        return new Reply.Failure(status);
    }

    /** What the caller is told of what a handler threw: all of an RPC error, nothing of anything else. */
    private static Status status(Begun begun, Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (!(cause instanceof RpcException exception)) {
            return internal(begun, cause);
        }
        Status status = exception.status();
        try {
            ErrorDetails details = details(begun.call().method(), exception);
            return new Status(status.code(), status.message(), Processed.YES, details, status.retryAfter());
        } catch (RuntimeException | Error e) {
            return internal(begun, e);
        }
    }

    private static Status internal(Begun begun, Throwable cause) {
        String id = UUID.randomUUID().toString();
        Call call = begun.call();
        long millis = (System.nanoTime() - begun.nanoTime()) / 1_000_000;
        LOG.error(
                "{} from {} failed after {} ms, error id {}",
                call.method().fullName(),
                call.peer() == null ? "a test" : call.peer(),
                millis,
                id,
                OneLine.of(cause));
        return Status.processed(StatusCode.INTERNAL, "internal error " + id + ": see the server's log");
    }

    private static @Nullable ErrorDetails details(MethodDescriptor<?, ?> method, RpcException exception) {
        for (ErrorCodec<?> codec : method.errors()) {
            if (codec.exceptionType() == exception.getClass()) {
                return encode(codec, exception);
            }
        }
        return null;
    }

    private static <E extends RpcException> ErrorDetails encode(ErrorCodec<E> codec, RpcException exception) {
        JsonWriter out = new JsonWriter();
        codec.write(out, codec.exceptionType().cast(exception));
        return new ErrorDetails(codec.type(), Bytes.of(out.toByteArray()));
    }
}
