package soak;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/** Publishes a list, as fast as it is asked to, on the thread that asks. */
record ListPublisher<T>(List<T> items) implements Flow.Publisher<T> {

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        subscriber.onSubscribe(new Publication<>(items.iterator(), subscriber));
    }

    private static final class Publication<T> implements Flow.Subscription {

        private final Iterator<T> items;
        private final Flow.Subscriber<? super T> subscriber;
        private final AtomicLong demand = new AtomicLong(); // whoever raises it from 0 publishes
        private volatile boolean cancelled;

        Publication(Iterator<T> items, Flow.Subscriber<? super T> subscriber) {
            this.items = items;
            this.subscriber = subscriber;
        }

        @Override
        public void request(long more) {
            if (demand.getAndAdd(more) > 0) {
                return;
            }
            do {
                if (cancelled) {
                    return;
                }
                if (items.hasNext()) {
                    subscriber.onNext(items.next());
                }
                if (!items.hasNext() && !cancelled) {
                    cancelled = true;
                    subscriber.onComplete();
                }
            } while (demand.decrementAndGet() > 0);
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }
}
