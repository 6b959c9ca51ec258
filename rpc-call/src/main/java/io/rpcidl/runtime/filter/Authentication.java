package io.rpcidl.runtime.filter;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Filter;
import io.rpcidl.runtime.Invoker;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.transport.OneLine;
import java.security.Principal;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets no call pass of which it is not known on whose behalf it is made, or that may not be made on that.
 *
 * @param authenticator says on whose behalf
 * @param authorizer says what may be called; null lets everybody who is known call everything
 */
public record Authentication(
        Authenticator authenticator, @Nullable Authorizer authorizer) implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(Authentication.class);

    @Override
    public CompletableFuture<Reply> apply(Call call, Invoker next) {
        CompletionStage<? extends Principal> caller;
        try {
            caller = authenticator.authenticate(call);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.completedFuture(refusal(call, e));
        }
        return caller.handle((known, failure) ->
                        failure == null && known != null ? pass(call, known, next) : refused(call, failure))
                .thenCompose(reply -> reply)
                .toCompletableFuture();
    }

    private CompletableFuture<Reply> pass(Call call, Principal caller, Invoker next) {
        if (authorizer != null && !authorizer.allows(caller, call)) {
            String message = "not allowed to call " + call.method().fullName();
            return CompletableFuture.completedFuture(
                    new Reply.Failure(Status.notProcessed(StatusCode.PERMISSION_DENIED, message)));
        }
        return next.invoke(call.withPrincipal(caller));
    }

    private static CompletableFuture<Reply> refused(Call call, @Nullable Throwable failure) {
        Throwable reason = Objects.requireNonNullElseGet(failure, () -> new NullPointerException("nobody"));
        return CompletableFuture.completedFuture(refusal(call, reason));
    }

    private static Reply refusal(Call call, Throwable failure) {
        Throwable reason =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (reason instanceof RpcException said) {
            Status status = said.status();
            return new Reply.Failure(
                    new Status(status.code(), status.message(), Processed.NO, status.details(), status.retryAfter()));
        }
        LOG.error("the caller of {} could not be authenticated", call.method().fullName(), OneLine.of(reason));
        return new Reply.Failure(Status.notProcessed(StatusCode.UNAUTHENTICATED, "not authenticated"));
    }
}
