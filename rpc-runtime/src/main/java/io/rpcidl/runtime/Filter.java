package io.rpcidl.runtime;

import java.util.concurrent.CompletableFuture;

/**
 * One behaviour around calls, on either side: it may change a call, answer it itself, pass it on once or more often, or
 * look at the reply. Filters are shared by all calls and obey the rules of {@link Invoker}.
 */
@FunctionalInterface
public interface Filter {

    /** Handles a call; {@code next} is the rest of the way. */
    CompletableFuture<Reply> apply(Call call, Invoker next);
}
