package io.rpcidl.runtime.server;

import io.rpcidl.resilience.CallKind;
import io.rpcidl.resilience.ConcurrencyLimit;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Invoker;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.stub.ServiceDefinition;
import io.rpcidl.runtime.stub.ServiceDefinition.Binding;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Takes calls as far as a {@link ConcurrencyLimit} says, before anything else is done for them. Streams stay open for as long
 * as their callers like, so they are not counted; neither is what is asked of the server itself, such as its health.
 */
final class Admission implements Invoker {

    /** When a caller may come back that there was no room for: a moment later there may be some. */
    static final Duration COME_BACK = Duration.ofMillis(10);

    private static final Reply FULL = new Reply.Failure(Status.notProcessed(
                    StatusCode.RESOURCE_EXHAUSTED,
                    "the server is overloaded: it has as many calls in flight as it can keep up with")
            .withRetryAfter(COME_BACK));

    private final Map<MethodDescriptor<?, ?>, CallKind> kinds = new IdentityHashMap<>();
    private final Invoker next;

    Admission(ConcurrencyLimit limit, List<ServiceDefinition> services, Invoker next) {
        this.next = next;
        for (ServiceDefinition service : services) {
            for (Binding<?, ?> binding : service.bindings()) {
                if (!binding.method().kind().isStream()) {
                    kinds.put(binding.method(), limit.kind());
                }
            }
        }
    }

    @Override
    public CompletableFuture<Reply> invoke(Call call) {
        CallKind kind = kinds.get(call.method());
        if (kind == null) {
            return next.invoke(call);
        }
        long begun = System.nanoTime();
        if (!kind.tryBegin(begun)) {
            return CompletableFuture.completedFuture(FULL);
        }
        CompletableFuture<Reply> reply = next.invoke(call);
        reply.whenComplete((done, bug) -> {
            if (done instanceof Reply.Success && !call.cancellation().isCancelled()) {
                long now = System.nanoTime();
                kind.ended(now - begun, now);
            } else {
                kind.dropped(); // how long a failure takes says nothing of how long calls take
            }
        });
        return reply;
    }
}
