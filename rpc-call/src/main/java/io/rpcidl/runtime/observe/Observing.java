package io.rpcidl.runtime.observe;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Filter;
import io.rpcidl.runtime.Invoker;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Has the calls of a client watched, from their beginning to their answer or the end of its items. */
public record Observing(CallListener listener) implements Filter {

    @Override
    public CompletableFuture<Reply> apply(Call call, Invoker next) {
        CallObserver observer = listener.clientCall(call);
        if (observer == CallObserver.NONE) {
            return next.invoke(call);
        }
        long started = System.nanoTime();
        AtomicBoolean over = new AtomicBoolean();
        Consumer<@Nullable Status> end = failure -> {
            if (over.compareAndSet(false, true)) {
                observer.ended(failure, Duration.ofNanos(System.nanoTime() - started));
            }
        };
        Call observed = call.withMetadata(observer.metadata(call.metadata())).observedBy(observer);
        return next.invoke(observed).thenApply(reply -> {
            if (reply instanceof Reply.Stream stream) {
                return new Reply.Stream(new ObservedItems(stream.items(), end));
            }
            end.accept(reply instanceof Reply.Failure failure ? failure.status() : null);
            return reply;
        });
    }
}
