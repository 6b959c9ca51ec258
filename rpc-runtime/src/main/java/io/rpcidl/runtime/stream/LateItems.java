package io.rpcidl.runtime.stream;

import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The items of a reply that is not there yet: what is asked of them until then is remembered. For one subscriber. */
public final class LateItems implements Flow.Publisher<Payload>, Flow.Subscription {

    private final CompletableFuture<Reply> reply;

    // guarded by this
    private Flow.@Nullable Subscription upstream;
    private long demand;
    private boolean cancelled;

    /** Makes the items of a reply. */
    public LateItems(CompletableFuture<Reply> reply) {
        this.reply = reply;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Payload> subscriber) {
        subscriber.onSubscribe(this);
        reply.thenAccept(done -> {
            if (done instanceof Reply.Stream stream) {
                stream.items().subscribe(new Rest(subscriber));
            } else {
                Status status = done instanceof Reply.Failure failure
                        ? failure.status()
                        : Status.processed(StatusCode.INTERNAL, "one answer where items were due");
                subscriber.onError(new RpcException(status));
            }
        });
    }

    @Override
    public void request(long items) {
        Flow.Subscription to;
        synchronized (this) {
            to = upstream;
            if (to == null) {
                demand = demand + items < 0 ? Long.MAX_VALUE : demand + items;
            }
        }
        if (to != null) {
            to.request(items);
        }
    }

    @Override
    public void cancel() {
        Flow.Subscription to;
        synchronized (this) {
            cancelled = true;
            to = upstream;
        }
        if (to != null) {
            to.cancel();
        }
    }

    /** Passes on what the items themselves say. */
    private final class Rest implements Flow.Subscriber<Payload> {

        private final Flow.Subscriber<? super Payload> to;

        Rest(Flow.Subscriber<? super Payload> to) {
            this.to = to;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            long asked;
            synchronized (LateItems.this) {
                upstream = subscription;
                asked = cancelled ? 0 : demand;
            }
            if (asked > 0) {
                subscription.request(asked);
            } else if (cancelled) {
                subscription.cancel();
            }
        }

        @Override
        public void onNext(Payload item) {
            to.onNext(item);
        }

        @Override
        public void onError(Throwable failure) {
            to.onError(failure);
        }

        @Override
        public void onComplete() {
            to.onComplete();
        }
    }
}
