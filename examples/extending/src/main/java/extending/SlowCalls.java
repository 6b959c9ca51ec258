package extending;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Filter;
import io.rpcidl.runtime.Invoker;
import io.rpcidl.runtime.Reply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** Tells of calls that took long: a filter, for clients and servers alike. */
public final class SlowCalls implements Filter {

    private final Duration limit;
    private final BiConsumer<String, Duration> listener;

    /** Makes a filter; the listener is called on whatever thread brings the reply, and must not block. */
    public SlowCalls(Duration limit, BiConsumer<String, Duration> listener) {
        this.limit = limit;
        this.listener = listener;
    }

    @Override
    public CompletableFuture<Reply> apply(Call call, Invoker next) {
        long start = System.nanoTime();
        return next.invoke(call).whenComplete((reply, bug) -> {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            if (took.compareTo(limit) > 0) {
                listener.accept(call.method().fullName(), took);
            }
        });
    }
}
