package io.rpcidl.runtime.stream;

import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stands between code of users and the runtime where neither blocks: turns items and errors into others, and carries
 * every signal, both ways, one after the other on an executor. So no user code runs on an I/O thread, nor twice at once.
 * For one subscriber.
 *
 * @param <A> the items as they come
 * @param <B> the items as they go
 */
public final class ItemRelay<A, B> implements Flow.Publisher<B> {

    private final Flow.Publisher<A> source;
    private final Function<? super A, ? extends B> items;
    private final Function<? super Throwable, ? extends Throwable> failures;
    private final Executor executor;
    private final AtomicBoolean taken = new AtomicBoolean();

    /**
     * Makes a relay.
     *
     * @param items turns an item into another; what it throws ends the stream
     * @param failures turns what ended the stream into what the subscriber is told
     */
    public ItemRelay(
            Flow.Publisher<A> source,
            Function<? super A, ? extends B> items,
            Function<? super Throwable, ? extends Throwable> failures,
            Executor executor) {
        this.source = source;
        this.items = items;
        this.failures = failures;
        this.executor = executor;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super B> subscriber) {
        if (taken.compareAndSet(false, true)) {
            Stage stage = new Stage(subscriber);
            subscriber.onSubscribe(stage);
            source.subscribe(stage);
        } else { // Reactive Streams, 1.9
            subscriber.onSubscribe(new Stage(subscriber));
            subscriber.onError(new IllegalStateException("the items of a call have one subscriber already"));
        }
    }

    private final class Stage implements Flow.Subscriber<A>, Flow.Subscription, Runnable {

        private final Flow.Subscriber<? super B> subscriber;
        private final Queue<A> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicLong asked = new AtomicLong();
        private final AtomicInteger signals = new AtomicInteger(); // that came since the last run looked
        private volatile Flow.@Nullable Subscription upstream; // may come late
        private @Nullable Throwable failure; // set before ended
        private volatile boolean ended;
        private volatile boolean cancelled;
        private boolean over; // run alone

        Stage(Flow.Subscriber<? super B> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            if (upstream != null) {
                subscription.cancel();
                return;
            }
            upstream = subscription;
            signal();
        }

        @Override
        public void onNext(A item) {
            waiting.add(item);
            signal();
        }

        @Override
        public void onError(Throwable thrown) {
            failure = thrown;
            ended = true;
            signal();
        }

        @Override
        public void onComplete() {
            ended = true;
            signal();
        }

        @Override
        public void request(long count) {
            asked.accumulateAndGet(count, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
            signal();
        }

        @Override
        public void cancel() {
            cancelled = true;
            signal();
        }

        private void signal() {
            if (signals.getAndIncrement() != 0) {
                return;
            }
            try {
                executor.execute(this);
            } catch (RejectedExecutionException e) {
                if (!ended) { // and that is told where we are: better here than never
                    waiting.clear();
                    failure = new RpcException(Status.maybeProcessed(
                            StatusCode.RESOURCE_EXHAUSTED, "no thread is free to carry the items of a stream"));
                    ended = true;
                    cancelUpstream();
                }
                run();
            }
        }

        /** Carries what has come, and what comes meanwhile. */
        @Override
        public void run() {
            int seen = signals.get();
            do {
                try {
                    carry();
                } catch (RuntimeException | Error e) {
                    end(e); // of user code, against its rules
                    cancelUpstream();
                }
                seen = signals.addAndGet(-seen);
            } while (seen != 0);
        }

        private void carry() {
            Flow.Subscription from = upstream;
            if (cancelled) {
                over = true;
                cancelUpstream();
            } else if (from != null && !over) {
                long count = asked.getAndSet(0);
                if (count != 0) {
                    from.request(count);
                }
            }
            for (A item = waiting.poll(); item != null; item = waiting.poll()) {
                if (!over && !cancelled) {
                    subscriber.onNext(items.apply(item));
                }
            }
            if (ended && waiting.isEmpty()) {
                end(failure);
            }
        }

        private void cancelUpstream() {
            if (upstream != null) {
                upstream.cancel(); // once more does no harm
            }
        }

        private void end(@Nullable Throwable reason) {
            if (over) {
                return;
            }
            over = true;
            if (reason == null) {
                subscriber.onComplete();
            } else {
                subscriber.onError(failures.apply(reason));
            }
        }
    }
}
