package io.rpcidl.runtime.stream;

import java.util.concurrent.Flow;

/** How a publisher that has a subscriber already answers another one: Reactive Streams, 1.9 and 2.12. */
final class Refusal implements Flow.Subscription {

    private Refusal() {}

    static void of(Flow.Subscriber<?> subscriber) {
        subscriber.onSubscribe(new Refusal());
        subscriber.onError(
                new IllegalStateException("the items of a call have one subscriber, and there is one already"));
    }

    @Override
    public void request(long items) {
        // there are none
    }

    @Override
    public void cancel() {
        // there is nothing to
    }
}
