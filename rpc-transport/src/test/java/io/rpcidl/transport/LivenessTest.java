package io.rpcidl.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

/** When a silent connection is asked for a sign of life, given up or closed: on a virtual clock. */
class LivenessTest {

    private static final Liveness.Times TIMES =
            new Liveness.Times(Duration.ofSeconds(60), Duration.ofSeconds(20), Duration.ofSeconds(300));

    private final Clock clock = new Clock();
    private final List<String> events = new ArrayList<>();
    private boolean busy;
    private boolean understands = true;
    private final Liveness liveness = new Liveness(clock, TIMES, new Events(), () -> clock.nanos);

    @Test
    void asksForASignOfLifeAfterSilenceInUseAndGivesUpWithoutOne() {
        busy = true;
        liveness.start();
        clock.runTo(200);
        assertEquals(List.of("60 ping", "80 dead: no sign of life for 80000 ms"), events);
    }

    @Test
    void goesOnAfterASignOfLife() {
        busy = true;
        liveness.start();
        clock.runTo(70);
        liveness.sign();
        clock.runTo(129);
        assertEquals(List.of("60 ping"), events);
        clock.runTo(149);
        assertEquals(List.of("60 ping", "130 ping"), events);
    }

    @Test
    void doesNotAskWhereNothingIsInFlight() {
        liveness.start();
        clock.runTo(299);
        assertEquals(List.of(), events);
        clock.runTo(1_000);
        assertEquals(List.of("300 idle"), events);
    }

    @Test
    void noticesThatAConnectionHasComeIntoUse() {
        liveness.start();
        clock.runTo(250);
        busy = true;
        clock.runTo(320);
        assertEquals("ping", events.get(0).replaceFirst(".* ", ""));
    }

    @Test
    void doesNotGiveUpWhoeverDoesNotUnderstandTheQuestion() {
        busy = true;
        understands = false;
        liveness.start();
        clock.runTo(1_000);
        assertEquals(16, events.stream().filter(event -> event.endsWith("ping")).count());
        assertEquals(16, events.size());
    }

    @Test
    void refusesTimesOfNothing() {
        assertThrows(IllegalArgumentException.class, () -> TIMES.withIdle(Duration.ZERO));
    }

    private final class Events implements Liveness.Owner {

        @Override
        public boolean isBusy() {
            return busy;
        }

        @Override
        public boolean ping() {
            events.add(clock.seconds() + " ping");
            return understands;
        }

        @Override
        public void dead(String reason) {
            events.add(clock.seconds() + " dead: " + reason);
        }

        @Override
        public void idle() {
            events.add(clock.seconds() + " idle");
        }
    }

    /** A connection of which only the clock is real, and that is virtual. */
    private static final class Clock implements Connection {

        private record Task(long at, Runnable code) {}

        private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparingLong(Task::at));
        private long nanos = -5_000_000_000L; // a reading means nothing by itself
        private final long start = nanos;

        long seconds() {
            return (nanos - start) / 1_000_000_000L;
        }

        void runTo(long seconds) {
            long end = start + seconds * 1_000_000_000L;
            while (!tasks.isEmpty() && tasks.peek().at() <= end) {
                Task next = tasks.poll();
                nanos = next.at();
                next.code().run();
            }
            nanos = end;
        }

        @Override
        public void schedule(Duration delay, Runnable task) {
            tasks.add(new Task(nanos + delay.toNanos(), task));
        }

        @Override
        public void send(byte[] bytes, int length) {}

        @Override
        public void whenWritable(Runnable task) {}

        @Override
        public void setReading(boolean reading) {}

        @Override
        public void sendThenDeflate(byte[] bytes, int length) {}

        @Override
        public void inflateInput(byte[] rest, int from, int to) {}

        @Override
        public void close() {}

        @Override
        public void abort(String reason) {}

        @Override
        public Peer peer() {
            return new Peer("nobody", false, List.of());
        }
    }
}
