package io.rpcidl.runtime;

import java.util.Objects;
import java.util.concurrent.Flow;

/**
 * The answer to a call.
 *
 * <pre>{@code
 * next.invoke(call).thenApply(reply -> {
 *     if (reply instanceof Reply.Failure failure) {
 *         failures.add(failure.status());
 *     }
 *     return reply;
 * });
 * }</pre>
 */
public sealed interface Reply {

    /** It worked. */
    record Success(Payload result) implements Reply {
        /** Checks that there is a result. */
        public Success {
            Objects.requireNonNull(result, "result");
        }
    }

    /** It did not. */
    record Failure(Status status) implements Reply {
        /** Checks that there is a status. */
        public Failure {
            Objects.requireNonNull(status, "status");
        }
    }

    /**
     * Items are the answer, and here they come; how the call ends is how they end.
     *
     * @param items for one subscriber, who must subscribe or the call never ends; an error is an {@link RpcException}.
     *     Signals may come on an I/O thread
     */
    record Stream(Flow.Publisher<Payload> items) implements Reply {
        /** Checks that there is a publisher. */
        public Stream {
            Objects.requireNonNull(items, "items");
        }
    }
}
