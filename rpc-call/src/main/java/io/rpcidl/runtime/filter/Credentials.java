package io.rpcidl.runtime.filter;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Filter;
import io.rpcidl.runtime.Invoker;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Adds credentials to each call. */
public record Credentials(CallCredentials credentials) implements Filter {

    @Override
    public CompletableFuture<Reply> apply(Call call, Invoker next) {
        CompletableFuture<Metadata> more;
        try {
            more = credentials.of(call).toCompletableFuture();
        } catch (RuntimeException | Error e) {
            more = CompletableFuture.failedFuture(e);
        }
        if (!more.isDone()) {
            more = more.copy().orTimeout(call.deadline().remainingMillis(), TimeUnit.MILLISECONDS);
        }
        return more.handle((metadata, failure) -> failure == null
                        ? next.invoke(call.withMetadata(call.metadata().merge(metadata)))
                        : CompletableFuture.<Reply>completedFuture(new Reply.Failure(status(failure))))
                .thenCompose(reply -> reply);
    }

    private static Status status(Throwable failure) {
        RpcException reason = RpcException.of(failure);
        return reason.getCause() instanceof TimeoutException
                ? Status.notProcessed(
                        StatusCode.DEADLINE_EXCEEDED, "the deadline passed while credentials were fetched")
                : Status.notProcessed(
                        StatusCode.UNAUTHENTICATED,
                        "no credentials: " + reason.status().message());
    }
}
