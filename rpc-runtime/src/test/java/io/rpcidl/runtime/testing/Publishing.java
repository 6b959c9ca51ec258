package io.rpcidl.runtime.testing;

import io.rpcidl.runtime.ItemWriter;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Publishes what code writes, on a thread of its own, and never more than it was asked for. */
public final class Publishing<T> implements Flow.Publisher<T> {

    private static final int MUCH = 1 << 20;

    private final Consumer<ItemWriter<T>> code;

    /** Whether the subscriber has cancelled. */
    public final AtomicBoolean cancelled = new AtomicBoolean();

    /** Publishes what code writes; what it throws is the error. */
    public Publishing(Consumer<ItemWriter<T>> code) {
        this.code = code;
    }

    /** Publishes items. */
    public static <T> Publishing<T> of(List<T> items) {
        return new Publishing<>(out -> items.forEach(out::write));
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        Semaphore demand = new Semaphore(0);
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long items) {
                demand.release((int) Math.min(items, MUCH));
            }

            @Override
            public void cancel() {
                cancelled.set(true);
                demand.release(MUCH);
            }
        });
        Thread thread = new Thread(() -> publish(subscriber, demand), "publishing");
        thread.setDaemon(true);
        thread.start();
    }

    private void publish(Flow.Subscriber<? super T> subscriber, Semaphore demand) {
        try {
            code.accept(item -> {
                demand.acquireUninterruptibly();
                if (cancelled.get()) {
                    throw new IllegalStateException("cancelled");
                }
                subscriber.onNext(item);
            });
            subscriber.onComplete();
        } catch (RuntimeException e) {
            subscriber.onError(e);
        }
    }
}
