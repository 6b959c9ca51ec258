package io.rpcidl.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whom a client leaves out, and for how long: on a virtual clock. */
class OutlierDetectionTest {

    private static final long INTERVAL = OutlierPolicy.DEFAULT.interval().toNanos();
    private static final long SECOND = 1_000_000_000L;

    private final OutlierDetection detection = new OutlierDetection(OutlierPolicy.DEFAULT, 0);
    private final List<ServerHealth> servers = new ArrayList<>();
    private long now;

    private void servers(int count) {
        for (int i = 0; i < count; i++) {
            servers.add(detection.add("s" + i, now));
        }
    }

    /** Lets an interval pass in which each server in service gets so many calls, of which so many fail. */
    private List<ServerHealth> interval(int calls, int... failures) {
        for (int i = 0; i < servers.size(); i++) {
            int failing = i < failures.length ? failures[i] : 0;
            for (int call = 0; call < calls && !servers.get(i).isEjected(now); call++) {
                if (call < failing) {
                    servers.get(i).failed();
                } else {
                    servers.get(i).succeeded();
                }
            }
        }
        now += INTERVAL;
        return detection.sweep(now);
    }

    private void seconds(double seconds, int calls, int... failures) {
        for (long end = now + (long) (seconds * SECOND); now < end; ) {
            interval(calls, failures);
        }
    }

    private String out() {
        return String.join(
                " ",
                servers.stream()
                        .filter(server -> server.isEjected(now))
                        .map(ServerHealth::name)
                        .toList());
    }

    @Test
    void leavesOutOneOfThreeThatFailsEverythingWithinOneInterval() {
        servers(3);
        assertEquals(List.of(servers.get(1)), interval(10, 0, 10, 0));
        assertEquals("s1", out());
    }

    @Test
    void findsItTooWhereThereAreFewCalls() {
        servers(3);
        seconds(4.5, 1, 0, 1, 0);
        assertEquals("", out(), "nine calls are not enough");
        interval(1, 0, 1, 0);
        assertEquals("s1", out());
    }

    @Test
    void forgetsCallsOfMoreThanTenSecondsAgo() {
        servers(3);
        interval(9, 0, 9, 0);
        seconds(10, 0);
        interval(1, 0, 1, 0);
        assertEquals("", out());
    }

    @Test
    void looksOnlyWhenAnIntervalHasPassed() {
        servers(3);
        for (int call = 0; call < 100; call++) {
            servers.forEach(ServerHealth::succeeded);
        }
        now = INTERVAL - 1;
        for (int call = 0; call < 1_000; call++) {
            servers.get(0).failed();
        }
        assertEquals(List.of(), detection.sweep(now));
        now++;
        assertEquals(List.of(servers.get(0)), detection.sweep(now));
        assertEquals(List.of(), detection.sweep(now), "once");
    }

    @Test
    void leavesOutNobodyWhereAllFail() {
        servers(3);
        seconds(60, 100, 100, 100, 100);
        assertEquals("", out());
    }

    @Test
    void countsEachCallOfManyThreadsOnce() {
        servers(2);
        IntStream.range(0, 100_000).parallel().forEach(i -> {
            servers.get(0).failed();
            servers.get(1).succeeded();
            detection.sweep(i); // nothing is due yet
        });
        now += INTERVAL;
        assertEquals(List.of(servers.get(0)), detection.sweep(now));
        assertEquals(
                1, servers.stream().filter(server -> !server.isEjected(now)).count());
    }

    @Test
    void oneOfManyThreadsEvaluates() {
        servers(2);
        Stream.generate(() -> servers.get(0)).limit(20).forEach(ServerHealth::failed);
        Stream.generate(() -> servers.get(1)).limit(20).forEach(ServerHealth::succeeded);
        now += INTERVAL;
        assertEquals(
                1,
                IntStream.range(0, 1_000)
                        .parallel()
                        .map(i -> detection.sweep(now).size())
                        .sum());
    }

    @Test
    void neverLeavesOutTheOnlyServer() {
        servers(1);
        seconds(10, 100, 100);
        assertEquals("", out());
    }

    @Test
    void leavesOutOneOfTwo() {
        servers(2);
        interval(10, 10);
        assertEquals("s0", out());
    }

    @Test
    void leavesOutHalfAtMostTheWorstFirst() {
        servers(6);
        interval(100, 90, 100, 91, 99, 95);
        assertEquals("s1 s3 s4", out());
    }

    @Test
    void comesBackAfterHalfAMinuteAndIsNewThen() {
        servers(3);
        interval(10, 10);
        long ejected = now;
        assertTrue(servers.get(0).ageNanos(now) < 0);
        now = ejected + 30 * SECOND - 1;
        assertTrue(servers.get(0).isEjected(now));
        now++;
        assertFalse(servers.get(0).isEjected(now), "also where nobody calls, and nothing is swept");
        assertEquals(0, servers.get(0).ageNanos(now));
        assertEquals(0.1, SlowStart.DEFAULT.factor(servers.get(0).ageNanos(now)));
    }

    @Test
    void isLeftOutLongerEachTimeUpToFiveMinutes() {
        servers(3);
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            interval(10, 10);
            times.add(-servers.get(0).ageNanos(now) / SECOND);
            now -= servers.get(0).ageNanos(now);
        }
        assertEquals(List.of(30L, 60L, 90L, 120L, 150L, 180L, 210L, 240L, 270L, 300L, 300L, 300L), times);
    }

    @Test
    void isForgivenAStepForEachTenSecondsOfServiceAtMost() {
        servers(3);
        for (int i = 0; i < 3; i++) {
            interval(10, 10);
            now -= servers.get(0).ageNanos(now);
        }
        seconds(20.5, 10);
        interval(10, 10);
        assertEquals(60, -servers.get(0).ageNanos(now) / SECOND, "three steps, two of them forgiven, and one more");
    }

    @Test
    void letsThemComeBackWhenAllOthersFailToo() {
        servers(3);
        interval(10, 10);
        assertEquals("s0", out());
        interval(10, 0, 10, 10);
        assertEquals("", out());
        interval(10, 0, 10, 10);
        assertEquals("s1", out(), "now one is well, and the others are outliers, of whom one may be left out");
    }

    @Test
    void makesRoomForTheNextByWhoHasBeenOutLongest() {
        servers(3);
        interval(10, 10);
        interval(10, 0, 10);
        assertEquals("s0", out(), "it was left out only now");
        seconds(3, 10);
        interval(10, 0, 10);
        assertEquals("s1", out());
        assertTrue(servers.get(0).ageNanos(now) <= INTERVAL, "and is new");
    }

    @Test
    void whatEndsAfterItWasLeftOutIsNotHeldAgainstIt() {
        servers(3);
        interval(10, 10);
        Stream.generate(servers.get(0)::toString)
                .limit(100)
                .forEach(name -> servers.get(0).failed());
        seconds(31, 10);
        assertEquals("", out());
    }

    @Test
    void leavesOutWhoSucceedsLessThanFourOthers() {
        servers(5);
        interval(100, 1, 0, 40, 2, 1);
        assertEquals("s2", out());
    }

    @Test
    void doesNotMindASmallDifferenceWhereAllOthersArePerfect() {
        servers(10);
        interval(1_000, 90);
        assertEquals("", out());
        interval(1_000, 120);
        assertEquals("s0", out());
    }

    @Test
    void keepsOneInServiceWhenServersAreTakenAway() {
        servers(4);
        interval(10, 10, 10);
        assertEquals("s0 s1", out());
        detection.remove(servers.remove(3), now);
        assertEquals("s0", out(), "one of three");
        detection.remove(servers.remove(2), now);
        detection.remove(servers.remove(1), now);
        assertEquals("", out(), "the only one");
    }

    @Test
    void judgesNobodyWithoutRules() {
        OutlierPolicy none = new OutlierPolicy(
                Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(300), 50, null, null);
        OutlierDetection idle = new OutlierDetection(none, 0);
        ServerHealth bad = idle.add("bad", 0);
        idle.add("good", 0);
        Stream.generate(() -> bad).limit(100).forEach(ServerHealth::failed);
        assertEquals(List.of(), idle.sweep(SECOND));
    }

    @Test
    void refusesPoliciesThatNobodyCanMean() {
        Duration second = Duration.ofSeconds(1);
        assertThrows(
                IllegalArgumentException.class, () -> new OutlierPolicy(Duration.ZERO, second, second, 50, null, null));
        assertThrows(IllegalArgumentException.class, () -> new OutlierPolicy(second, second, second, 101, null, null));
        assertThrows(IllegalArgumentException.class, () -> new OutlierPolicy.SuccessRate(0, 5, 100));
        assertThrows(IllegalArgumentException.class, () -> new OutlierPolicy.FailurePercentage(101, 2, 10));
        assertThrows(IllegalArgumentException.class, () -> new OutlierPolicy.FailurePercentage(85, 1, 10));
    }
}
