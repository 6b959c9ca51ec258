package io.rpcidl.runtime;

import java.util.concurrent.CompletableFuture;

/**
 * One behaviour around calls, on either side: it may change a call, answer it itself, pass it on once or more often, or
 * look at the reply. Filters are shared by all calls and obey the rules of {@link Invoker}. On a server they run on an
 * I/O thread, before the handler's thread is known: what a filter wants a handler to see goes into the call's metadata.
 *
 * <pre>{@code
 * Filter timing = (call, next) -> {
 *     long start = System.nanoTime();
 *     return next.invoke(call).whenComplete((reply, bug) -> times.add(call.method(), System.nanoTime() - start));
 * };
 * }</pre>
 */
@FunctionalInterface
public interface Filter {

    /** Handles a call; {@code next} is the rest of the way. */
    CompletableFuture<Reply> apply(Call call, Invoker next);
}
