package io.rpcidl.runtime.stub;

import io.rpcidl.runtime.Cancellation;
import java.util.concurrent.CompletableFuture;

/** The future of a call, which is cancelled with it. */
final class CancellableFuture<R> extends CompletableFuture<R> {

    private final Cancellation cancellation;

    CancellableFuture(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        boolean cancelled = super.cancel(mayInterrupt);
        if (cancelled) {
            cancellation.cancel();
        }
        return cancelled;
    }
}
