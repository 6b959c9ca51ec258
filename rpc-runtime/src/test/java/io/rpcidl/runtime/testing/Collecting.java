package io.rpcidl.runtime.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** A subscriber that keeps all items, and asks for so many at a time. */
public final class Collecting<T> implements Flow.Subscriber<T> {

    /** Completes with all items, or fails as they did. */
    public final CompletableFuture<List<T>> all = new CompletableFuture<>();

    /** Set by the first signal. */
    public final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

    private final List<T> items = new ArrayList<>();
    private final int atATime;
    private int left;

    /** Makes a subscriber that asks for so many at a time; 0 to leave that to the test. */
    public Collecting(int atATime) {
        this.atATime = atATime;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription.complete(newSubscription);
        ask();
    }

    private void ask() {
        left = atATime;
        if (atATime > 0) {
            subscription.join().request(atATime);
        }
    }

    @Override
    public void onNext(T item) {
        items.add(item);
        if (--left == 0) {
            ask();
        }
    }

    @Override
    public void onError(Throwable thrown) {
        all.completeExceptionally(thrown);
    }

    @Override
    public void onComplete() {
        all.complete(items);
    }
}
