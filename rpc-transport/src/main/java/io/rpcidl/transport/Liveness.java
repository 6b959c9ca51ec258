package io.rpcidl.transport;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Notices that nothing comes on a connection. If it is in use, the other side is asked for a sign of life, and the
 * connection given up where none comes (gRPC's proposals A8 and A9); if it is not, it is closed after a while. Belongs to
 * the connection's I/O thread.
 */
public final class Liveness {

    /** What the connection's owner says and does, on the I/O thread. */
    public interface Owner {

        /** Returns whether calls are in flight. */
        boolean isBusy();

        /** Asks for a sign of life, if the other side understands that; returns whether it was asked. */
        boolean ping();

        /** Nothing came for the whole time that a sign of life may take. */
        void dead(String reason);

        /** Nothing came for so long that the connection is not worth its keep. */
        void idle();
    }

    /**
     * When to do what.
     *
     * @param keepalive silence in use after which a sign of life is asked for
     * @param patience how long that may take
     * @param idle silence without use after which the connection is closed
     */
    public record Times(Duration keepalive, Duration patience, Duration idle) {

        /** Checks that no time is shorter than 1 ms. */
        public Times {
            for (Duration each : List.of(keepalive, patience, idle)) {
                if (each.toMillis() < 1) {
                    throw new IllegalArgumentException("shorter than 1 ms: " + each);
                }
            }
        }

        /** One minute, 20 s, and what is given. */
        public static Times idleAfter(Duration idle) {
            return new Times(Duration.ofMinutes(1), Duration.ofSeconds(20), idle);
        }

        /** Returns these with others of a connection in use. */
        public Times withKeepalive(Duration newKeepalive, Duration newPatience) {
            return new Times(newKeepalive, newPatience, idle);
        }

        /** Returns these with another of a connection that is not in use. */
        public Times withIdle(Duration newIdle) {
            return new Times(keepalive, patience, newIdle);
        }
    }

    private final Connection connection;
    private final Times times;
    private final Owner owner;
    private final LongSupplier clock;
    private long lastSign;
    private boolean asked; // for a sign of life, which has not come

    /** Makes the watch over a connection; {@code clock} is {@link System#nanoTime} but in tests. */
    public Liveness(Connection connection, Times times, Owner owner, LongSupplier clock) {
        this.connection = connection;
        this.times = times;
        this.owner = owner;
        this.clock = clock;
        this.lastSign = clock.getAsLong();
    }

    /** Begins to watch. */
    public void start() {
        lookAfter(shorter(times.keepalive(), times.idle()).toNanos());
    }

    /** Takes a sign of life: that something came. */
    public void sign() {
        lastSign = clock.getAsLong();
        asked = false;
    }

    private void lookAfter(long nanos) {
        connection.schedule(Duration.ofNanos(Math.max(nanos, 1_000_000)), this::look);
    }

    private void look() {
        long silent = clock.getAsLong() - lastSign;
        boolean busy = owner.isBusy();
        long limit = (busy ? times.keepalive() : times.idle()).toNanos();
        if (asked) {
            owner.dead("no sign of life for " + (silent / 1_000_000) + " ms");
        } else if (silent < limit) {
            lookAfter(Math.min(limit - silent, times.keepalive().toNanos()));
        } else if (!busy) {
            owner.idle();
        } else {
            asked = owner.ping();
            lookAfter((asked ? times.patience() : times.keepalive()).toNanos());
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
