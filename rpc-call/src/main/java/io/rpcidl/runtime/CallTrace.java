package io.rpcidl.runtime;

import io.rpcidl.transport.Endpoint;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of a call on its caller's side: to which server it went, how often, and how long that took. What carries the call
 * fills it in; {@link RpcException#trace} shows it. Safe for any number of threads.
 *
 * <pre>{@code
 * } catch (RpcException e) {
 *     log.warn("{} after {} attempts, last at {}", e.code(), e.trace().attempts(), e.trace().endpoint());
 * }
 * }</pre>
 */
public final class CallTrace {

    private final MethodDescriptor<?, ?> method;
    private final long started = System.nanoTime();
    private volatile @Nullable Endpoint endpoint;
    private volatile int attempts; // by one thread at a time
    private volatile long sent = started;
    private volatile long ended;

    /** Begins with a call of a method. */
    public CallTrace(MethodDescriptor<?, ?> method) {
        this.method = method;
    }

    /** It goes to a server now. */
    public void attempt(Endpoint to) {
        endpoint = to;
        attempts = attempts + 1;
        sent = System.nanoTime();
    }

    /** Its request leaves now, after it had to wait for a connection. */
    public void sent() {
        sent = System.nanoTime();
    }

    /** It is over; the first time counts. */
    public void end() {
        if (ended == 0) {
            ended = System.nanoTime();
        }
    }

    /** Returns the server that it went to last, or null if there was none. */
    public @Nullable Endpoint endpoint() {
        return endpoint;
    }

    /** Returns how often it went to a server. */
    public int attempts() {
        return attempts;
    }

    /** Returns the time from its start to its end, or to now. */
    public Duration elapsed() {
        return Duration.ofNanos((ended == 0 ? System.nanoTime() : ended) - started);
    }

    /** Returns the part of that time before its request left, the last time: for a server, a connection, or other attempts. */
    public Duration untilSent() {
        return Duration.ofNanos(sent - started);
    }

    /** Returns all of it in one line: {@code shop.v1.Shop.get to 127.0.0.1:4000, attempt 2, 12 ms, of which 9 ms until it was sent}. */
    @Override
    public String toString() {
        Endpoint to = endpoint;
        String where = to == null ? " to no server" : " to " + to + ", attempt " + attempts;
        long wait = untilSent().toMillis();
        String waited = wait == 0 ? "" : ", of which " + wait + " ms until it was sent";
        return method.fullName() + where + ", " + elapsed().toMillis() + " ms" + waited;
    }
}
