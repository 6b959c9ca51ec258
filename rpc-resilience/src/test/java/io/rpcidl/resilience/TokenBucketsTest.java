package io.rpcidl.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A rate for each caller. */
class TokenBucketsTest {

    private final TokenBuckets<String> buckets = new TokenBuckets<>(1, 2, 10);

    @Test
    void keepsCallersApart() {
        assertEquals(2, taken("a", 5));
        assertEquals(2, taken("b", 5));
        assertEquals(0, taken("a", 5));
    }

    @Test
    void remembersWhoGoesOnCallingHoweverManyOthersThereAre() {
        taken("a", 2);
        for (int i = 0; i < 1_000; i++) {
            taken("other " + i, 1);
            assertFalse(buckets.of("a", 0).tryTake(0), "after " + i);
        }
    }

    @Test
    void keepsNoMoreKeysThanItMay() {
        for (int i = 0; i < 1_000; i++) {
            taken("other " + i, 1);
            assertTrue(buckets.size() <= 10, buckets.size() + " after " + i);
        }
    }

    @Test
    void forgottenKeyComesBackFull() {
        taken("a", 2);
        IntStream.range(0, 10).forEach(i -> taken("other " + i, 1));
        assertEquals(2, taken("a", 5));
    }

    @Test
    void keepsAKeyUntilHalfAsManyOthersHaveCalled() {
        taken("a", 2);
        IntStream.range(0, 5).forEach(i -> taken("other " + i, 1));
        assertEquals(0, taken("a", 5));
    }

    @Test
    void isOneBucketForAllThreads() {
        TokenBuckets<String> many = new TokenBuckets<>(1, 100, 1_000);
        long taken = IntStream.range(0, 10_000)
                .parallel()
                .filter(i -> many.of("a", 0).tryTake(0))
                .count();
        assertEquals(100, taken);
    }

    @Test
    void refusesWhatABucketRefusesAtOnce() {
        assertThrows(IllegalArgumentException.class, () -> new TokenBuckets<>(0, 1, 10));
        assertThrows(IllegalArgumentException.class, () -> new TokenBuckets<>(1, 1, 1));
    }

    private int taken(String key, int wanted) {
        return (int) IntStream.range(0, wanted)
                .filter(i -> buckets.of(key, 0).tryTake(0))
                .count();
    }
}
