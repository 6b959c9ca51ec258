package io.rpcidl.runtime.observe;

import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.Status;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches one call, on either side; obeys the rules of {@link CallListener}.
 *
 * <pre>{@code
 * CallListener timing = new CallListener() {
 *     @Override
 *     public CallObserver clientCall(Call call) {
 *         return CallObserver.atEnd((failure, elapsed) -> times.record(call.method().fullName(), elapsed));
 *     }
 * };
 * }</pre>
 */
public interface CallObserver {

    /** Watches nothing. */
    CallObserver NONE = new CallObserver() {};

    /** Makes an observer that is told once, at the end: of the failure, or null, and of the time since the beginning. */
    static CallObserver atEnd(BiConsumer<@Nullable Status, Duration> end) {
        return new CallObserver() {
            @Override
            public void ended(@Nullable Status failure, Duration elapsed) {
                end.accept(failure, elapsed);
            }
        };
    }

    /** Returns what a client shall send along with the call: its metadata, perhaps with a trace context. */
    default Metadata metadata(Metadata metadata) {
        return metadata;
    }

    /**
     * The call goes to a server, on a client; a call may take several attempts. On a server there is one: the request came.
     *
     * @param peer the other side, {@code host:port}
     */
    default AttemptObserver attempt(String peer) {
        return AttemptObserver.NONE;
    }

    /**
     * A thread of a server begins to run code of the call: its handler, or a task that was handed on with {@link
     * io.rpcidl.runtime.ServerCall#wrap}.
     *
     * @return what is run on the same thread when that code has ended
     */
    default Runnable enter() {
        return () -> {};
    }

    /**
     * The call is over; told once.
     *
     * @param failure why it failed, or null if it did not
     * @param elapsed the time since it began
     */
    default void ended(@Nullable Status failure, Duration elapsed) {}
}
