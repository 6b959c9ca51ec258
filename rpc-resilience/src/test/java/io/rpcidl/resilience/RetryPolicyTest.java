package io.rpcidl.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long to wait before a call is tried again. */
class RetryPolicyTest {

    private static final RandomGenerator MIDDLE = () -> Long.MIN_VALUE; // half of all

    @Test
    void waitsLongerBeforeEachRetryUpToTheLongestWait() {
        List<Long> waits = IntStream.rangeClosed(1, 7)
                .mapToObj(retry -> RetryPolicy.DEFAULT.backoff(retry, MIDDLE).toMillis())
                .toList();
        assertEquals(List.of(50L, 100L, 200L, 400L, 800L, 1_000L, 1_000L), waits);
    }

    @Test
    void waitsAFifthMoreOrLess() {
        Random random = new Random(1);
        long[] waits = IntStream.range(0, 10_000)
                .mapToLong(i -> RetryPolicy.DEFAULT.backoff(1, random).toNanos())
                .sorted()
                .toArray();
        assertTrue(waits[0] >= 40_000_000 && waits[0] < 40_100_000, "the shortest: " + waits[0]);
        assertTrue(waits[9_999] <= 60_000_000 && waits[9_999] > 59_900_000, "the longest: " + waits[9_999]);
    }

    @Test
    void doesNotOverflowHoweverManyRetriesThereWere() {
        assertEquals(Duration.ofSeconds(1), RetryPolicy.DEFAULT.backoff(Integer.MAX_VALUE, MIDDLE));
    }

    @Test
    void refusesWhatNobodyCanMean() {
        Duration wait = Duration.ofMillis(50);
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(1, wait, wait, 2));
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(6, wait, wait, 2));
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(2, Duration.ZERO, wait, 2));
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(2, wait, wait.dividedBy(2), 2));
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(2, wait, wait, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(2, wait, wait, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> RetryPolicy.DEFAULT.backoff(0, MIDDLE));
    }
}
