package io.rpcidl.runtime.stub;

import io.rpcidl.json.Codec;
import io.rpcidl.json.JsonException;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.ItemWriter;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.stream.ItemIterator;
import io.rpcidl.runtime.stream.ItemPipe;
import io.rpcidl.runtime.stream.ItemRelay;
import io.rpcidl.runtime.stub.ServiceDefinition.Streaming;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call of a stream method on its server: gives the code behind it its items in the form that it wants, and makes a
 * reply of what it does.
 *
 * @param <R> the result, or the items that are the answer
 */
public final class Exchange<R> {

    private final Call call;
    private final Codec<R> codec;
    private final Executor executor;
    private final Function<Throwable, Status> failures;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private @Nullable ItemPipe written;

    /**
     * Makes the exchange of a call.
     *
     * @param codec of the result, or of the items that are the answer
     * @param executor carries the signals of publishers
     * @param failures says what the caller is told of what code threw
     */
    public Exchange(Call call, Codec<R> codec, Executor executor, Function<Throwable, Status> failures) {
        this.call = call;
        this.codec = codec;
        this.executor = executor;
        this.failures = failures;
    }

    /** Returns the reply: items are one as soon as the code asks where to write them. */
    public CompletableFuture<Reply> reply() {
        return reply;
    }

    /** Runs code and ends what it has written. Never throws. */
    public <P> void run(Streaming<P, R> code, P params) {
        Throwable thrown = null;
        try {
            code.handle(params, this);
        } catch (Throwable e) { // errors too: one call must not take a worker thread with it
            thrown = e;
        }
        if (written != null) {
            written.end(thrown == null ? null : exception(thrown));
        } else if (thrown != null) {
            reply.complete(new Reply.Failure(failures.apply(thrown)));
        }
    }

    /** Returns the caller's items for code that waits for them. */
    <I> RpcStream<I> reader(Codec<I> items) {
        return new ItemIterator<>(callersItems(), item -> read(item, items), RpcException::new);
    }

    /** Returns the caller's items for code that is told of them. */
    <I> Flow.Publisher<I> publisher(Codec<I> items) {
        return new ItemRelay<>(callersItems(), item -> read(item, items), failure -> failure, executor);
    }

    /** Answers with what code writes. */
    ItemWriter<R> writer() {
        ItemPipe pipe = new ItemPipe();
        written = pipe;
        reply.complete(new Reply.Stream(pipe));
        return item -> {
            if (!pipe.write(Payload.of(codec, item))) {
                String message = "the caller has cancelled or is gone, or its deadline has passed";
                throw new RpcException(StatusCode.CANCELLED, message);
            }
        };
    }

    /** Answers with what a publisher publishes. */
    void publish(Flow.Publisher<R> items) {
        Function<R, Payload> encoder = item -> Payload.of(codec, item);
        reply.complete(new Reply.Stream(new ItemRelay<>(items, encoder, this::exception, executor)));
    }

    /** Answers with one result. */
    void answer(CompletionStage<R> result) {
        result.whenComplete((value, thrown) -> reply.complete(
                thrown == null
                        ? new Reply.Success(Payload.of(codec, value))
                        : new Reply.Failure(failures.apply(thrown))));
    }

    private Flow.Publisher<Payload> callersItems() {
        Flow.Publisher<Payload> items = call.items();
        if (items == null) {
            throw new IllegalStateException(call.method().fullName() + " takes items, and the call has none");
        }
        return items;
    }

    private RpcException exception(Throwable thrown) {
        return new RpcException(failures.apply(thrown), thrown);
    }

    private static <I> I read(Payload item, Codec<I> codec) {
        try {
            return item.readWith(codec);
        } catch (JsonException e) {
            boolean limit = e.kind() == JsonException.Kind.LIMIT;
            StatusCode code = limit ? StatusCode.RESOURCE_EXHAUSTED : StatusCode.INVALID_ARGUMENT;
            throw new RpcException(Status.processed(code, String.valueOf(e.getMessage())), e);
        }
    }
}
