package io.rpcidl.junit;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Filter;
import io.rpcidl.runtime.Invoker;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/** The calls that are in flight on one side: a stream for as long as its items are. Safe for any number of threads. */
final class OpenCalls implements Filter {

    private final String side;
    private final Set<Call> calls = Collections.newSetFromMap(new IdentityHashMap<>()); // guarded by itself

    /** Makes the calls of a side, as a message names it. */
    OpenCalls(String side) {
        this.side = side;
    }

    /**
     * Waits until none is in flight, and forgets those that are after all.
     *
     * @return these, for people
     */
    List<String> left(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (calls) {
            for (long rest = patience.toNanos(); !calls.isEmpty() && rest > 0; rest = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(calls, rest);
            }
            List<String> names = calls.stream()
                    .map(call -> call.method().fullName() + " " + side)
                    .sorted()
                    .toList();
            calls.clear();
            return names;
        }
    }

    @Override
    public CompletableFuture<Reply> apply(Call call, Invoker next) {
        synchronized (calls) {
            calls.add(call);
        }
        return next.invoke(call).thenApply(reply -> {
            if (reply instanceof Reply.Stream stream) {
                return new Reply.Stream(items -> stream.items().subscribe(new Watched(items, call)));
            }
            ended(call);
            return reply;
        });
    }

    private void ended(Call call) {
        synchronized (calls) {
            calls.remove(call);
            calls.notifyAll();
        }
    }

    /** Passes a stream on, and notes its end, whoever brings it about. */
    private final class Watched implements Flow.Subscriber<Payload> {

        private final Flow.Subscriber<? super Payload> reader;
        private final Call call;

        Watched(Flow.Subscriber<? super Payload> reader, Call call) {
            this.reader = reader;
            this.call = call;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            reader.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {
                    subscription.request(count);
                }

                @Override
                public void cancel() {
                    ended(call);
                    subscription.cancel();
                }
            });
        }

        @Override
        public void onNext(Payload item) {
            reader.onNext(item);
        }

        @Override
        public void onError(Throwable failure) {
            ended(call);
            reader.onError(failure);
        }

        @Override
        public void onComplete() {
            ended(call);
            reader.onComplete();
        }
    }
}
