package soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Collects what is published, a few at a time; may have enough before the end. */
final class Collector<T> implements Flow.Subscriber<T> {

    /** Completes with what was collected, or as the publisher failed. */
    final CompletableFuture<List<T>> all = new CompletableFuture<>();

    private static final int AT_A_TIME = 7;

    private final List<T> items = new ArrayList<>();
    private final int enough;
    private Flow.Subscription subscription;

    Collector(int enough) {
        this.enough = enough;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        subscription.request(AT_A_TIME);
    }

    @Override
    public void onNext(T item) {
        items.add(item);
        if (items.size() == enough) {
            subscription.cancel();
            all.complete(items);
        } else if (items.size() % AT_A_TIME == 0) {
            subscription.request(AT_A_TIME);
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
