package io.rpcidl.runtime.observe;

import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Items that an answer is made of, whose end is told.
 *
 * @param end is told, at least once, why there are no more: null if there were no more
 */
record ObservedItems(Flow.Publisher<Payload> items, Consumer<@Nullable Status> end) implements Flow.Publisher<Payload> {

    @Override
    public void subscribe(Flow.Subscriber<? super Payload> reader) {
        items.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                reader.onSubscribe(new Flow.Subscription() {
                    @Override
                    public void request(long count) {
                        subscription.request(count);
                    }

                    @Override
                    public void cancel() {
                        subscription.cancel(); // which ends the attempt first
                        end.accept(Status.maybeProcessed(StatusCode.CANCELLED, "the reader wants no more items"));
                    }
                });
            }

            @Override
            public void onNext(Payload item) {
                reader.onNext(item);
            }

            @Override
            public void onError(Throwable thrown) {
                end.accept(
                        thrown instanceof RpcException exception
                                ? exception.status()
                                : Status.maybeProcessed(StatusCode.INTERNAL, String.valueOf(thrown)));
                reader.onError(thrown);
            }

            @Override
            public void onComplete() {
                end.accept(null);
                reader.onComplete();
            }
        });
    }
}
