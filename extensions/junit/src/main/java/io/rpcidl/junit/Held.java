package io.rpcidl.junit;

import io.rpcidl.json.Codecs;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Invoker;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls that are kept back, for a while or for good. They end with their time, or when nobody waits for them. */
final class Held {

    private static final Reply LOST = new Reply.Success(Payload.of(Codecs.NOTHING, null));

    private Held() {}

    /** Passes a call on after a time. It goes on on a thread of the JDK's clock, where it must not block. */
    static CompletableFuture<Reply> call(Call call, Invoker next, Duration time) {
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        call.cancellation().onCancel(() -> over.complete(true));
        long millis = Math.min(time.toMillis(), call.deadline().remainingMillis());
        return over.completeOnTimeout(false, millis, TimeUnit.MILLISECONDS)
                .thenCompose(cancelled -> cancelled || call.deadline().isExpired() ? end(call) : next.invoke(call));
    }

    /** Passes a call on never. */
    static CompletableFuture<Reply> dropped(Call call) {
        if (call.method().kind() == MethodDescriptor.Kind.ONEWAY) {
            return CompletableFuture.completedFuture(LOST);
        }
        return call(call, Held::end, Duration.ofMillis(Long.MAX_VALUE));
    }

    private static CompletableFuture<Reply> end(Call call) {
        Status status = call.cancellation().isCancelled()
                ? Status.notProcessed(StatusCode.CANCELLED, "cancelled by the caller")
                : Status.notProcessed(StatusCode.DEADLINE_EXCEEDED, "an injected fault kept the call for too long");
        return CompletableFuture.completedFuture(new Reply.Failure(status));
    }
}
