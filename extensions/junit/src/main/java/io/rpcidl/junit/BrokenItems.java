package io.rpcidl.junit;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Invoker;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The first items of a stream, then its failure.
 *
 * @param items the stream
 * @param most how many of them get through
 * @param status how it fails when there is one more
 * @param onBreak runs just before
 */
record BrokenItems(Flow.Publisher<Payload> items, int most, Status status, Runnable onBreak)
        implements Flow.Publisher<Payload> {

    /** Makes a call whose stream breaks off: that of the answer, else the caller's. */
    static CompletableFuture<Reply> call(Call call, Invoker next, Status status, int most) {
        if (call.method().kind() != MethodDescriptor.Kind.CLIENT_STREAM || call.items() == null) {
            return next.invoke(call)
                    .thenApply(reply -> reply instanceof Reply.Stream answer
                            ? new Reply.Stream(new BrokenItems(answer.items(), most, status, () -> {}))
                            : reply);
        }
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        Runnable fails = () -> reply.complete(new Reply.Failure(status));
        next.invoke(call.withItems(new BrokenItems(call.items(), most, status, fails)))
                .thenAccept(reply::complete);
        return reply;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Payload> subscriber) {
        items.subscribe(new Passing(subscriber));
    }

    /** Signals come one at a time, as a publisher's do. */
    private final class Passing implements Flow.Subscriber<Payload> {

        private final Flow.Subscriber<? super Payload> reader;
        private Flow.@Nullable Subscription upstream;
        private int passed;
        private boolean broken;

        Passing(Flow.Subscriber<? super Payload> reader) {
            this.reader = reader;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            upstream = subscription;
            reader.onSubscribe(subscription);
        }

        @Override
        public void onNext(Payload item) {
            if (passed < most) {
                passed++;
                reader.onNext(item);
            } else if (!broken) {
                broken = true;
                onBreak.run();
                if (upstream != null) {
                    upstream.cancel();
                }
                reader.onError(new RpcException(status));
            }
        }

        @Override
        public void onError(Throwable failure) {
            if (!broken) {
                reader.onError(failure);
            }
        }

        @Override
        public void onComplete() {
            if (!broken) {
                reader.onComplete();
            }
        }
    }
}
