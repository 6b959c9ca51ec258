package io.rpcidl.runtime.stub;

import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.json.Codec;
import io.rpcidl.runtime.stream.ItemIterator;
import io.rpcidl.runtime.stream.ItemRelay;
import io.rpcidl.runtime.stream.LateItems;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/** The items of calls, in the forms that callers want. */
final class StreamCalls {

    private StreamCalls() {}

    /** Returns the items that a call is answered with, for code that waits for them. */
    static <R> ItemIterator<R> items(MethodDescriptor<?, R> method, CompletableFuture<Reply> reply) {
        return new ItemIterator<>(
                new LateItems(reply), item -> Caller.read(method, item), status -> Caller.exception(method, status));
    }

    /** Returns the items that a call is answered with, for code that is told of them; subscribing starts the call. */
    static <R> Flow.Publisher<R> published(
            MethodDescriptor<?, R> method, Supplier<CompletableFuture<Reply>> call, Executor executor) {
        Flow.Publisher<Payload> items = subscriber -> new LateItems(call.get()).subscribe(subscriber);
        return new ItemRelay<>(
                items,
                item -> Caller.read(method, item),
                failure -> failure instanceof RpcException e ? Caller.exception(method, e.status()) : failure,
                executor);
    }

    /** Returns a caller's items as a call carries them. */
    static <I> Flow.Publisher<Payload> encoded(Flow.Publisher<I> items, Codec<I> codec, Executor executor) {
        return new ItemRelay<>(items, item -> Payload.of(codec, item), failure -> failure, executor);
    }
}
