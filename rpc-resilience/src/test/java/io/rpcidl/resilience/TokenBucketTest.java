package io.rpcidl.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many calls a rate allows. */
class TokenBucketTest {

    private static final long MS = 1_000_000;
    private static final long START = Long.MAX_VALUE - 500 * MS; // a clock's readings may run over

    private final TokenBucket bucket = new TokenBucket(10, 3, START);

    @Test
    void allowsABurstAndThenTheRate() {
        assertEquals(3, taken(START, 10));
        assertEquals(0, taken(START + 99 * MS, 10));
        assertEquals(1, taken(START + 100 * MS, 10));
        assertEquals(2, taken(START + 300 * MS, 10));
    }

    @Test
    void savesNoMoreThanABurst() {
        taken(START, 10);
        assertEquals(3, taken(START + 3_600_000 * MS, 10));
    }

    @Test
    void allowsTheRateInTheLongRun() {
        TokenBucket other = new TokenBucket(700, 5, 0);
        int taken = 0;
        for (long now = 0; now < 60_000 * MS; now += MS / 2) {
            taken += other.tryTake(now) ? 1 : 0;
        }
        assertEquals(42_005, taken, 42_000 * 0.001);
    }

    @Test
    void saysHowLongUntilTheNext() {
        assertEquals(Duration.ZERO, bucket.untilNext(START));
        taken(START, 3);
        assertEquals(Duration.ofMillis(100), bucket.untilNext(START));
        assertEquals(Duration.ofMillis(30), bucket.untilNext(START + 70 * MS));
        assertFalse(bucket.tryTake(START + 70 * MS), "to ask takes nothing");
        assertTrue(bucket.tryTake(START + 100 * MS));
    }

    @Test
    void givesNoTokenTwiceToManyThreads() {
        TokenBucket large = new TokenBucket(1, 1_000, 0);
        assertEquals(
                1_000,
                IntStream.range(0, 10_000)
                        .parallel()
                        .filter(i -> large.tryTake(0))
                        .count());
    }

    @Test
    void refusesRatesOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new TokenBucket(0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new TokenBucket(2_000_000, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new TokenBucket(Double.NaN, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new TokenBucket(1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new TokenBucket(0.001, 2_000, 0));
    }

    private int taken(long now, int wanted) {
        return (int) IntStream.range(0, wanted).filter(i -> bucket.tryTake(now)).count();
    }
}
