package io.rpcidl.resilience;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.DoubleSupplier;

/** A virtual clock, what is to happen when, and chance that is the same each time. */
final class Simulation {

    static final long MS = 1_000_000;
    static final long SECOND = 1_000 * MS;

    private static final double LOOK = 0.005; // seconds after which a rate is asked for anew

    private record Event(long at, long number, Runnable code) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private final Random random;
    private final Random arrivals; // their own, so that they are the same whatever else is random
    private long number;
    private long now;

    Simulation(long seed) {
        random = new Random(seed);
        arrivals = new Random(seed + 1);
    }

    long now() {
        return now;
    }

    Random random() {
        return random;
    }

    void after(long nanos, Runnable code) {
        events.add(new Event(now + nanos, number++, code));
    }

    void at(long seconds, Runnable code) {
        after(seconds * SECOND - now, code);
    }

    void runTo(long end) {
        while (!events.isEmpty() && events.peek().at() <= end) {
            Event next = events.poll();
            now = next.at();
            next.code().run();
        }
        now = end;
    }

    /** Has something arrive at random, at a rate that may change; an open loop: nobody waits for answers. */
    void arrivals(DoubleSupplier perSecond, Runnable code) {
        double rate = perSecond.getAsDouble();
        if (rate <= 0) {
            after((long) (LOOK * SECOND), () -> arrivals(perSecond, code));
        } else {
            double gap = -StrictMath.log(1 - arrivals.nextDouble()) / rate;
            after((long) (Math.min(gap, LOOK) * SECOND), () -> {
                if (gap <= LOOK) {
                    code.run();
                }
                arrivals(perSecond, code);
            });
        }
    }
}
