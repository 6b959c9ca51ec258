package io.rpcidl.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The moment at which a call is over, on this machine's {@link System#nanoTime}. On the wire it is the time that
 * remains, so that clocks need not agree.
 *
 * <pre>{@code
 * long left = ServerCall.current().deadline().remainingMillis();
 * statement.setQueryTimeout((int) Math.max(1, left / 1_000));
 * }</pre>
 *
 * @param nanoTime the reading at which it is reached
 */
public record Deadline(long nanoTime) {

    /** So far off that nobody waits for it: 73 years from now. */
    public static final Deadline NEVER = new Deadline(System.nanoTime() + Long.MAX_VALUE / 4);

    /** Returns the deadline that is reached after a time, from now. */
    public static Deadline after(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Returns the earlier of two. */
    public Deadline orEarlier(Deadline other) {
        return other.nanoTime - nanoTime < 0 ? other : this;
    }

    /** Returns the nanoseconds that remain at a reading of the clock; negative once it is reached. */
    public long remainingNanos(long now) {
        return nanoTime - now;
    }

    /** Returns the milliseconds that remain, at least 1 while it is not reached, else 0. */
    public long remainingMillis() {
        long nanos = remainingNanos(System.nanoTime());
        return nanos <= 0 ? 0 : (nanos + 999_999) / 1_000_000;
    }

    // by hand: what a record has is linked when it is first used, and each program uses this before its first answer

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Deadline that && nanoTime == that.nanoTime;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(nanoTime);
    }

    /** Returns whether it is reached. */
    public boolean isExpired() {
        return remainingNanos(System.nanoTime()) <= 0;
    }
}
