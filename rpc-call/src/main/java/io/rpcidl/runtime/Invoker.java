package io.rpcidl.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * Something that answers calls: a connection, a balancer over many, a router, a handler. It never blocks, never throws
 * and never completes exceptionally: what goes wrong is a {@link Reply.Failure}.
 *
 * <pre>{@code
 * Invoker busy = call -> CompletableFuture.completedFuture(
 *         new Reply.Failure(Status.notProcessed(StatusCode.UNAVAILABLE, "not now")));
 * }</pre>
 */
@FunctionalInterface
public interface Invoker {

    /** Carries out a call. The future may complete on an I/O thread: what hangs on it must not block. */
    CompletableFuture<Reply> invoke(Call call);

    /** Returns an invoker that passes every call through filters first, the first of the list outermost. */
    default Invoker behind(Iterable<? extends Filter> filters) {
        Invoker result = this;
        Deque<Filter> reversed = new ArrayDeque<>();
        filters.forEach(reversed::push);
        for (Filter filter : reversed) {
            Invoker next = result;
            result = new FilteredInvoker(filter, next);
        }
        return result;
    }
}
