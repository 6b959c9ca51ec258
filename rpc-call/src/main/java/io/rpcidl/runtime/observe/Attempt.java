package io.rpcidl.runtime.observe;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One attempt of a call that is watched: what carries it says here what becomes of it. Safe for any number of threads. */
public final class Attempt {

    private final CallObserver call;
    private final AttemptObserver observer;
    private final boolean whole;
    private final long started = System.nanoTime();
    private final AtomicBoolean over = new AtomicBoolean();

    private Attempt(CallObserver call, String peer, boolean whole) {
        this.call = call;
        this.observer = call.attempt(peer);
        this.whole = whole;
    }

    /** Begins an attempt of a client; returns null if nobody watches the call. */
    public static @Nullable Attempt ofClient(Call call, String peer) {
        return call.observer() == null ? null : new Attempt(call.observer(), peer, false);
    }

    /** Begins the one attempt that a call is on a server, with which the call ends; returns null if nobody watches it. */
    public static @Nullable Attempt ofServer(Call call, int requestBytes) {
        if (call.observer() == null) {
            return null;
        }
        Attempt attempt = new Attempt(call.observer(), String.valueOf(call.peer()), true);
        attempt.received(requestBytes);
        return attempt;
    }

    /** A message was handed to the connection. */
    public void sent(int bytes) {
        if (!over.get()) {
            observer.sent(bytes);
        }
    }

    /** A message came. */
    public void received(int bytes) {
        if (!over.get()) {
            observer.received(bytes);
        }
    }

    /** A message came, with so many items: for who watches each of them is one. */
    public void received(int bytes, int items) {
        int each = bytes / Math.max(1, items);
        received(bytes - each * Math.max(0, items - 1));
        for (int i = 1; i < items; i++) {
            received(each);
        }
    }

    /** It is over; the first time counts. */
    public void ended(@Nullable Status failure) {
        if (over.compareAndSet(false, true)) {
            Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
            observer.ended(failure, elapsed);
            if (whole) {
                call.ended(failure, elapsed);
            }
        }
    }

    /** It is over with an answer. */
    public void ended(Reply reply) {
        ended(reply instanceof Reply.Failure failure ? failure.status() : null);
    }
}
