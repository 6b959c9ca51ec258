package io.rpcidl.runtime.stub;

import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.stream.ReadyItems;
import java.util.Collection;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The items of a reply that may not be there yet: whoever subscribes may ask for items at once, and give the call up at once.
 * Safe for any number of threads.
 */
final class AwaitedItems implements Flow.Publisher<Payload>, Flow.Subscription, Flow.Subscriber<Payload>, ReadyItems {

    private final StartedCall<?> call;
    private Flow.@Nullable Subscriber<? super Payload> subscriber; // set before the answer is looked at
    private volatile @Nullable ReadyItems ready; // if the answer's items come straight from a connection
    private Flow.@Nullable Subscription items; // guarded by this
    private boolean cancelled; // by the subscriber; guarded by this
    private long asked; // before there were items; guarded by this

    /** Makes the items that a call is answered with, for one subscriber; to give them up before they come is to cancel it. */
    AwaitedItems(StartedCall<?> call) {
        this.call = call;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Payload> newSubscriber) {
        if (subscriber != null) {
            throw new IllegalStateException("the items of a call have one subscriber already");
        }
        subscriber = newSubscriber;
        newSubscriber.onSubscribe(this);
        call.reply().thenAccept(this::replied);
    }

    private void replied(Reply reply) {
        if (reply instanceof Reply.Stream stream) {
            stream.items().subscribe(this);
            ready = stream.items() instanceof ReadyItems items ? items : null; // once it is subscribed to
        } else if (reply instanceof Reply.Failure failure) {
            onError(new RpcException(failure.status()));
        } else {
            onError(new RpcException(Status.processed(StatusCode.INTERNAL, "one answer where items were due")));
        }
    }

    @Override
    public void request(long count) {
        Flow.Subscription from;
        synchronized (this) {
            from = items;
            asked = from != null ? asked : asked + count < 0 ? Long.MAX_VALUE : asked + count;
        }
        if (from != null) {
            from.request(count);
        }
    }

    @Override
    public boolean take(Collection<? super Payload> taker) {
        ReadyItems from = ready;
        return from != null && from.take(taker);
    }

    @Override
    public void cancel() {
        Flow.Subscription from;
        synchronized (this) {
            from = items;
            cancelled = true;
        }
        if (from == null) {
            call.cancellation().cancel(); // what comes all the same is passed on, to one who does not listen any more
        } else {
            from.cancel();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        long count;
        boolean useless;
        synchronized (this) {
            items = subscription;
            count = asked;
            useless = cancelled;
        }
        if (useless) {
            subscription.cancel();
        } else if (count != 0) {
            subscription.request(count);
        }
    }

    @Override
    public void onNext(Payload item) {
        subscriber.onNext(item);
    }

    @Override
    public void onError(Throwable failure) {
        subscriber.onError(failure);
    }

    @Override
    public void onComplete() {
        subscriber.onComplete();
    }
}
