package io.rpcidl.runtime.filter;

import io.rpcidl.resilience.TokenBucket;
import io.rpcidl.resilience.TokenBuckets;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Filter;
import io.rpcidl.runtime.Invoker;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Takes so many calls a second of each caller, on average, and refuses the rest with {@code RESOURCE_EXHAUSTED} and the time
 * after which the next one would be taken. So one caller cannot take what is meant for all; how much the server can do in
 * all is not its concern. A filter of servers; health is asked as often as anybody likes where the filter is not told otherwise.
 *
 * <pre>{@code
 * RpcServer.builder().add(new Shop()).authenticate(authenticator).filter(RateLimit.perCaller(100, 200));
 * }</pre>
 */
public final class RateLimit implements Filter {

    private static final int MAX_CALLERS = 100_000;
    private static final Duration SHORTEST = Duration.ofMillis(20); // a shorter one is said by servers without room

    private final Function<Call, String> caller;
    private final TokenBuckets<String> buckets;

    private RateLimit(double perSecond, int burst, Function<Call, String> caller) {
        this.caller = Objects.requireNonNull(caller, "caller");
        this.buckets = new TokenBuckets<>(perSecond, burst, MAX_CALLERS);
    }

    /**
     * Limits callers by the name that the server's authenticator gives them; where there is none, by their host.
     *
     * @param perSecond calls a second, 0.001 to 1,000,000
     * @param burst calls that may come at once after a pause, at least 1
     */
    public static RateLimit perCaller(double perSecond, int burst) {
        return new RateLimit(perSecond, burst, RateLimit::nameOrHost);
    }

    /** Limits calls by what a function says of each; it must be quick, and neither block nor return null. */
    public static RateLimit by(Function<Call, String> caller, double perSecond, int burst) {
        return new RateLimit(perSecond, burst, caller);
    }

    private static String nameOrHost(Call call) {
        if (call.principal() != null) {
            return "name " + call.principal().getName();
        }
        String address = call.peer() == null ? "" : call.peer().address();
        int port = address.lastIndexOf(':'); // each connection of a host has another
        return "host " + (port < 0 ? address : address.substring(0, port));
    }

    @Override
    public CompletableFuture<Reply> apply(Call call, Invoker next) {
        long now = System.nanoTime();
        TokenBucket bucket = buckets.of(caller.apply(call), now);
        if (bucket.tryTake(now)) {
            return next.invoke(call);
        }
        Duration wait = bucket.untilNext(now);
        Status status = Status.notProcessed(
                        StatusCode.RESOURCE_EXHAUSTED, "more calls a second than this caller may make")
                .withRetryAfter(wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait);
        return CompletableFuture.completedFuture(new Reply.Failure(status));
    }
}
