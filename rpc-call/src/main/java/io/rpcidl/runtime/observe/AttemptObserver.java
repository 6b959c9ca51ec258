package io.rpcidl.runtime.observe;

import io.rpcidl.runtime.Status;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Watches one attempt of a call; obeys the rules of {@link CallListener}.
 *
 * <pre>{@code
 * CallObserver counting = new CallObserver() {
 *     @Override
 *     public AttemptObserver attempt(String server) {
 *         attempts.add(server);
 *         return AttemptObserver.NONE;
 *     }
 * };
 * }</pre>
 */
public interface AttemptObserver {

    /** Watches nothing. */
    AttemptObserver NONE = new AttemptObserver() {};

    /** A message of the call, of so many bytes with its header and before compression, was handed to the connection. */
    default void sent(int bytes) {}

    /** A message of the call, of so many bytes with its header and after decompression, came. */
    default void received(int bytes) {}

    /**
     * The attempt is over; told once, before the end of the call.
     *
     * @param failure why it failed, or null if it did not
     * @param elapsed the time since it began
     */
    default void ended(@Nullable Status failure, Duration elapsed) {}
}
