package io.rpcidl.runtime.interop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Takes one item and gives the rest up. */
record First(CompletableFuture<String> item, CompletableFuture<Flow.Subscription> subscription)
        implements Flow.Subscriber<String> {

    First(CompletableFuture<String> item) {
        this(item, new CompletableFuture<>());
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription.complete(newSubscription);
        newSubscription.request(1);
    }

    @Override
    public void onNext(String text) {
        subscription.join().cancel();
        item.complete(text);
    }

    @Override
    public void onError(Throwable thrown) {
        item.completeExceptionally(thrown);
    }

    @Override
    public void onComplete() {
        item.completeExceptionally(new AssertionError("ended before its first item"));
    }
}
