package io.rpcidl.runtime.client;

import io.rpcidl.resilience.RetryBudget;
import io.rpcidl.resilience.RetryPolicy;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.MethodTraits;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a call that failed is sent once more, and when (gRPC's proposal A6, where a service's configuration says what a
 * contract says here). It is if all of this holds:
 *
 * <ol>
 *   <li>the method has one answer; streams are the caller's to repeat, who knows what came;
 *   <li>the failure is {@code UNAVAILABLE}, or {@code RESOURCE_EXHAUSTED} with when to come back (what is too large stays so), and no
 *       error of the contract;
 *   <li>the server says that it has not processed the call, or the method is {@code @readonly} or {@code @idempotent};
 *   <li>there was a smaller number of attempts than the policy allows, and the budget has something left;
 *   <li>the wait, the server's {@code retry_after_ms} or else a backoff, ends before the deadline.
 * </ol>
 *
 * Safe for any number of threads.
 */
final class Retries {

    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;
    private static final long SOON_MILLIS = 10; // what servers of ours say that have no room
    private static final int MAX_REFUSALS = 64;
    private static final Status CLOSED = Status.notProcessed(StatusCode.UNAVAILABLE, "the client is closed");

    private final @Nullable RetryPolicy policy;

    /**
     * A hundred times A6's example, with the same gain: at hundreds of calls a second ten tokens are gone within a moment in which
     * one server of three fails, and after that each retry would need ten successes.
     */
    private final RetryBudget budget = new RetryBudget(1_000, 0.1);

    private final Set<CompletableFuture<@Nullable Status>> waits = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Makes the retries of a client; none with null. */
    Retries(@Nullable RetryPolicy policy) {
        this.policy = policy;
    }

    /** Returns whether a server says that it has no room at the moment, and when to come back. */
    boolean isRefusal(Status status) {
        return policy != null
                && status.code() == StatusCode.RESOURCE_EXHAUSTED
                && status.processed() == Processed.NO
                && status.retryAfter() != null;
    }

    /** Returns whether a refusal is for want of room, which passes soon, and not of another reason, such as its caller's rate. */
    boolean isForRoom(Status refusal) {
        Duration asked = refusal.retryAfter();
        return asked != null && asked.toMillis() <= SOON_MILLIS;
    }

    /** Begins a wait, which ends with null when it is over, or with why the call goes no further. */
    CompletableFuture<@Nullable Status> pause(Duration time) {
        CompletableFuture<@Nullable Status> waited = new CompletableFuture<>();
        waits.add(waited);
        waited.whenComplete((over, bug) -> waits.remove(waited));
        waited.completeOnTimeout(null, time.toNanos(), TimeUnit.NANOSECONDS);
        if (closed) {
            waited.complete(CLOSED);
        }
        return waited;
    }

    /** Ends all waits: nothing is sent again. */
    void close() {
        closed = true;
        waits.forEach(waited -> waited.complete(CLOSED));
    }

    /** Takes note of a call that succeeded. */
    void succeeded() {
        budget.succeeded();
    }

    /**
     * Takes note of an attempt that failed, and returns how long to wait for the next; null if there is none.
     *
     * @param attempts how many there were, this one included
     */
    @Nullable
    Duration untilNext(Call call, Status status, int attempts) {
        if (policy == null || !mayRepeat(call.method(), status)) {
            budget.succeeded();
            return null;
        }
        budget.failed();
        if (attempts >= policy.maxAttempts() || !budget.mayRetry()) {
            return null;
        }
        Duration asked = status.retryAfter();
        return inTime(call, asked != null ? asked : policy.backoff(attempts, ThreadLocalRandom.current()));
    }

    /**
     * Returns how long to wait until a call goes on its way again that a server had no room for; null if it should not. That is no
     * failure of a server, and a {@link io.rpcidl.resilience.CongestionWindow} keeps it from becoming a storm, so it takes
     * nothing from the budget and may be as often as the deadline allows, {@value #MAX_REFUSALS} times at most.
     *
     * @param refusal with when to come back
     * @param refusals how many there were before this one
     */
    @Nullable
    Duration giveWay(Call call, Status refusal, int refusals) {
        Duration asked = refusal.retryAfter();
        if (asked == null || refusals >= MAX_REFUSALS || call.method().kind() != MethodDescriptor.Kind.UNARY) {
            return null;
        }
        long most = Math.min(FIRST_PAUSE_MILLIS << Math.min(refusals, 10), LONGEST_PAUSE_MILLIS);
        long pause = (long) (most * 1e6 * ThreadLocalRandom.current().nextDouble(0.5, 1));
        return inTime(call, asked.plusNanos(pause));
    }

    private static @Nullable Duration inTime(Call call, Duration wait) {
        return wait.toNanos() < call.deadline().remainingNanos(System.nanoTime()) ? wait : null;
    }

    private static boolean mayRepeat(MethodDescriptor<?, ?> method, Status status) {
        boolean passing = status.code() == StatusCode.UNAVAILABLE
                || (status.code() == StatusCode.RESOURCE_EXHAUSTED && status.retryAfter() != null);
        if (!passing || status.details() != null || method.kind() != MethodDescriptor.Kind.UNARY) {
            return false;
        }
        MethodTraits traits = method.traits();
        return status.processed() == Processed.NO || traits.readonly() || traits.idempotent();
    }
}
