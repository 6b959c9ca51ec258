package io.rpcidl.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.resilience.LimitedServer.Load;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server with eight workers of 5 ms, which can do 1,600 calls a second, takes on; on a virtual clock. */
class ConcurrencyLimitTest {

    private static final long MS = Simulation.MS;
    private static final double CAPACITY = 1_600;

    private final LimitedServer server = new LimitedServer(8);

    private double seconds() {
        return (double) server.simulation.now() / Simulation.SECOND;
    }

    private Load load(double before, double from, double to, double between) {
        return server.load(() -> CAPACITY * (seconds() >= from && seconds() < to ? between : before), () -> 5 * MS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.7})
    void refusesNothingBelowCapacity(double part) {
        Load load = load(part, 0, 0, 0);
        server.runTo(60);
        assertEquals(0, load.refused());
        assertEquals(1_000, server.limit.limit());
    }

    @Test
    void refusesLittleJustBelowCapacityWhereQueuesComeAndGo() {
        Load load = load(0.9, 0, 0, 0);
        server.runTo(60);
        assertTrue(load.refused() < 0.02 * load.answered(), load.refused() + " of " + load.answered());
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 10})
    void keepsBusyWithoutAQueueUnderOverload(double times) {
        Load load = load(0.5, 10, 60, times);
        server.runTo(10);
        double halfLoad = load.millis(0.99);
        server.runTo(12);
        load.countAnew();
        server.runTo(60);
        assertTrue(load.answered() >= 0.95 * CAPACITY * 48, "goodput: " + load.answered());
        assertTrue(load.millis(0.99) <= 2.5 * halfLoad, "p99: " + load.millis(0.99) + " after " + halfLoad);
    }

    /** Of 50 µs each: to refuse one would cost more, and the 3 ms that they stand in line are no harm. */
    @Test
    void callersThatKeepShortCallsInFlightAreNoOverload() {
        LimitedServer two = new LimitedServer(2);
        Load load = two.callers(128, MS / 20);
        two.runTo(10);
        assertEquals(0, load.refused());
        assertTrue(load.answered() >= 0.99 * 40_000 * 10, "goodput: " + load.answered());
    }

    @Test
    void shortCallsWaitForAMomentUnderOverloadAndNoLonger() {
        Load load = server.load(() -> 5 * 40_000, () -> MS / 5);
        server.runTo(2);
        load.countAnew();
        server.runTo(5);
        assertTrue(load.answered() >= 0.95 * 40_000 * 3, "goodput: " + load.answered());
        assertTrue(load.millis(0.99) <= 8, "p99: " + load.millis(0.99));
    }

    @Test
    void findsOutThatItWasStartedIntoOverload() {
        Load load = load(10, 0, 0, 0);
        server.runTo(2);
        load.countAnew();
        server.runTo(60);
        assertTrue(load.answered() >= 0.95 * CAPACITY * 58, "goodput: " + load.answered());
        assertTrue(load.millis(0.99) <= 15, "p99: " + load.millis(0.99));
    }

    @Test
    void forgetsASpikeAsSoonAsItsQueueIsGone() {
        Load load = load(0.5, 10, 10.05, 10);
        server.runTo(10);
        assertEquals(0, load.refused());
        server.runTo(11);
        assertTrue(load.refused() < 400, "while 700 calls queued: " + load.refused());
        load.countAnew();
        server.runTo(30);
        assertTrue(load.refused() <= 1, "after it: " + load.refused());
        assertEquals(1_000, server.limit.limit());
    }

    @Test
    void takesOverloadForOverWhenNothingWasRefusedForAWhile() {
        load(0.5, 10, 20, 10);
        server.runTo(19);
        assertTrue(server.limit.limit() < 30, "limit " + server.limit.limit());
        server.runTo(35);
        assertEquals(1_000, server.limit.limit());
    }

    @Test
    void refusesNothingWhereQuickAndSlowCallsAreMixed() {
        LimitedServer larger = new LimitedServer(64);
        Load quick = larger.load(() -> 3_000, () -> MS / 10);
        Load slow = larger.load(() -> 640, () -> 50 * MS);
        larger.runTo(60);
        assertEquals(0, quick.refused() + slow.refused());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void refusesNothingWhereCallsTakeWildlyDifferentTimes(long seed) {
        LimitedServer larger = new LimitedServer(200, seed);
        Load load = larger.load(() -> 2_000, () -> lognormal(larger, 1.66));
        larger.runTo(60);
        assertEquals(0, load.refused());
    }

    @ParameterizedTest
    @CsvSource({"0.83, 0.95", "1.27, 0.95", "1.66, 0.75"}) // deviations of 1, 2 and 3.8 times the mean
    void staysBusyUnderOverloadWhereCallsTakeDifferentTimes(double spread, double goodput) {
        LimitedServer larger = new LimitedServer(200);
        Load load = larger.load(
                () -> larger.simulation.now() < 10 * Simulation.SECOND ? 2_000 : 20_000,
                () -> lognormal(larger, spread));
        larger.runTo(15);
        load.countAnew();
        larger.runTo(60);
        assertTrue(load.answered() >= goodput * 45 * 4_000, "goodput: " + load.answered());
        assertTrue(larger.limit.limit() < 600, "limit " + larger.limit.limit());
    }

    /** Takes 50 ms in the mean: of 200 workers 2,000 calls a second keep half busy. */
    private static long lognormal(LimitedServer server, double spread) {
        double median = 50 * MS / StrictMath.exp(spread * spread / 2);
        return (long)
                (median * StrictMath.exp(spread * server.simulation.random().nextGaussian()));
    }

    @Test
    void refusesNothingWhenADependencyTakesTwiceAsLong() {
        Load load = dependency(20);
        assertEquals(0, load.refused());
    }

    @Test
    void refusesForPartOfASecondWhenADependencyTakesFiveTimesAsLong() {
        Load load = dependency(50);
        assertTrue(load.refused() > 0, "it has to look whether calls queue");
        assertTrue(load.refused() < 3_000, "of 10,000 a second: " + load.refused());
    }

    /** A hundred calls in flight that take 10 ms, and more for ten seconds; there is always a worker. */
    private static Load dependency(long slow) {
        LimitedServer larger = new LimitedServer(10_000);
        Load load = larger.load(() -> 10_000, () -> {
            long second = larger.simulation.now() / Simulation.SECOND;
            return (second >= 10 && second < 20 ? slow : 10) * MS;
        });
        larger.runTo(30);
        assertEquals(1_000, larger.limit.limit());
        return load;
    }

    @Test
    void letsLongPollsInBesideOverload() {
        Load polls = server.polls(100, 3 * Simulation.SECOND);
        Load load = load(0.5, 20, 60, 10);
        server.runTo(22);
        load.countAnew();
        server.runTo(60);
        assertEquals(0, polls.refused());
        assertTrue(load.answered() >= 0.95 * CAPACITY * 38, "goodput: " + load.answered());
        assertTrue(load.millis(0.99) <= 15, "p99: " + load.millis(0.99));
    }

    @Test
    void lowestLimitIsTheFloor() {
        LimitedServer single = new LimitedServer(1);
        single.load(() -> 2_000, () -> 5 * MS);
        single.runTo(20);
        int lowest = 1_000;
        for (int i = 0; i < 1_000; i++) {
            single.runTo(20 + i / 100.0);
            lowest = Math.min(lowest, single.limit.limit());
        }
        assertEquals(16, single.limit.limit(), "for one worker two were enough");
        assertEquals(4, lowest, "while it is measured how long calls take");
    }

    @Test
    void doesNotRememberOverloadOfAnHourAgo() {
        load(10, 5, 3_600, 0);
        server.runTo(4);
        assertTrue(server.limit.limit() < 30, "limit " + server.limit.limit());
        server.runTo(10);
        assertTrue(server.limit.limit() < 30, "nobody has called since: " + server.limit.limit());
        CallKind burst = server.limit.kind();
        long later = 3_600 * Simulation.SECOND;
        assertTrue(burst.tryBegin(later));
        burst.ended(MS, later);
        assertTrue(IntStream.range(0, 500).allMatch(i -> burst.tryBegin(later + MS)));
    }

    @Test
    void callsThatAreDroppedTellNothing() {
        ConcurrencyLimit limit = new ConcurrencyLimit(ConcurrencyPolicy.DEFAULT, 0);
        CallKind kind = limit.kind();
        for (long now = 0; now < 60 * Simulation.SECOND; now += MS) {
            assertTrue(kind.tryBegin(now));
            kind.dropped();
        }
        assertEquals(0, limit.inFlight());
        assertEquals(1_000, limit.limit());
        assertEquals(0, kind.baseline.nanos());
    }

    @Test
    void neverHasMoreInFlightThanTheLimitWithManyThreads() {
        ConcurrencyLimit limit = new ConcurrencyLimit(new ConcurrencyPolicy(50, 50, 2), 0);
        CallKind kind = limit.kind();
        assertEquals(
                50,
                IntStream.range(0, 1_000)
                        .parallel()
                        .filter(i -> kind.tryBegin(0))
                        .count());
        assertEquals(50, limit.inFlight());
        kind.ended(MS, MS);
        assertTrue(kind.tryBegin(MS));
        assertFalse(kind.tryBegin(MS));
    }

    @Test
    void givesEveryPlaceBackWhateverManyThreadsDo() {
        ConcurrencyLimit limit = new ConcurrencyLimit(new ConcurrencyPolicy(1, 3, 2), 0);
        CallKind kind = limit.kind();
        IntStream.range(0, 200_000).parallel().forEach(i -> {
            long now = i * MS / 10; // not in order, as threads are late
            if (kind.tryBegin(now)) {
                if (i % 3 == 0) {
                    kind.dropped();
                } else {
                    kind.ended(i % 7 * MS, now);
                }
            }
        });
        assertEquals(0, limit.inFlight());
        assertTrue(limit.limit() >= 1 && limit.limit() <= 3, "limit " + limit.limit());
    }

    @Test
    void fixedLimitStaysWhatItIsUnderOverload() {
        ConcurrencyLimit limit = new ConcurrencyLimit(new ConcurrencyPolicy(20, 20, 2), 0);
        CallKind kind = limit.kind();
        for (long now = 0; now < 30 * Simulation.SECOND; now += MS) {
            while (kind.tryBegin(now)) {}
            kind.ended(now < 10 * Simulation.SECOND ? MS : 100 * MS, now);
            assertEquals(20, limit.limit());
        }
    }

    @Test
    void refusesPoliciesThatNobodyCanMean() {
        assertThrows(IllegalArgumentException.class, () -> new ConcurrencyPolicy(0, 10, 2));
        assertThrows(IllegalArgumentException.class, () -> new ConcurrencyPolicy(20, 10, 2));
        assertThrows(IllegalArgumentException.class, () -> new ConcurrencyPolicy(1, 10, 1));
    }
}
