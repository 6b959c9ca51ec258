package io.rpcidl.runtime.stub;

import io.rpcidl.json.Codec;
import io.rpcidl.runtime.BidiStream;
import io.rpcidl.runtime.ItemSink;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.stream.ItemIterator;
import io.rpcidl.runtime.stream.ItemPipe;
import io.rpcidl.runtime.stream.ItemRelay;
import io.rpcidl.transport.thread.NonBlocking;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The items of calls, in the forms that callers want. */
final class StreamCalls {

    private StreamCalls() {}

    /** Returns the items that a call is answered with, for code that waits for them. */
    static <R> ItemIterator<R> items(StartedCall<R> call) {
        return new ItemIterator<>(
                new AwaitedItems(call), item -> Caller.read(call, item), status -> Caller.exception(call, status));
    }

    /** Returns the items that a call is answered with, for code that is told of them; subscribing starts the call. */
    static <R> Flow.Publisher<R> published(Supplier<StartedCall<R>> start, Executor executor) {
        AtomicReference<StartedCall<R>> started = new AtomicReference<>(); // once, for the relay has one subscriber
        Flow.Publisher<Payload> items = subscriber -> {
            started.set(start.get());
            new AwaitedItems(started.get()).subscribe(subscriber);
        };
        return new ItemRelay<>(
                items,
                item -> Caller.read(started.get(), item),
                failure -> failure instanceof RpcException e ? Caller.exception(started.get(), e.status()) : failure,
                executor);
    }

    /** Returns a caller's items as a call carries them. */
    static <I> Flow.Publisher<Payload> encoded(Flow.Publisher<I> items, Codec<I> codec, Executor executor) {
        return new ItemRelay<>(items, item -> Payload.of(codec, item), failure -> failure, executor);
    }

    /** Throws what a call has failed with, if it has. */
    private static void check(StartedCall<?> call) {
        if (call.reply().isDone() && call.reply().join() instanceof Reply.Failure failure) {
            throw Caller.exception(call, failure.status());
        }
    }

    /** A call that sends items and waits for one answer. */
    record Sending<I, R>(StartedCall<R> call, Codec<I> items, ItemPipe pipe) implements ItemSink<I, R> {

        Sending {
            call.reply().thenAccept(done -> pipe.cancel()); // wakes who waits for room: nobody takes what is left
        }

        @Override
        public void send(I item) {
            if (!pipe.write(Payload.of(items, item))) {
                check(call);
            }
        }

        @Override
        public R finish() {
            NonBlocking.check("answers");
            pipe.end(null);
            return Caller.await(call);
        }

        @Override
        public void close() {
            pipe.end(new RpcException(StatusCode.CANCELLED, "closed by the caller"));
        }
    }

    /** A call that sends items and is answered with items. */
    record Talking<I, R>(StartedCall<R> call, Codec<I> items, ItemPipe pipe, ItemIterator<R> answers)
            implements BidiStream<I, R> {

        Talking {
            call.reply().thenAccept(done -> {
                if (!(done instanceof Reply.Stream)) {
                    pipe.cancel(); // nobody will ever take them
                }
            });
        }

        @Override
        public void send(I item) {
            if (!pipe.write(Payload.of(items, item))) {
                check(call);
                answers.check();
            }
        }

        @Override
        public void finish() {
            pipe.end(null);
        }

        @Override
        public boolean hasNext() {
            return answers.hasNext();
        }

        @Override
        public R next() {
            return answers.next();
        }

        @Override
        public void close() {
            answers.close();
            pipe.cancel();
        }
    }
}
