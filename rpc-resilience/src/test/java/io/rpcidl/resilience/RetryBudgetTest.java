package io.rpcidl.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When failed calls may be repeated. */
class RetryBudgetTest {

    private final RetryBudget budget = new RetryBudget();

    @Test
    void endsRetriesWhenHalfOfTheTokensAreGone() {
        times(4, budget::failed);
        assertTrue(budget.mayRetry(), "six of ten are left");
        budget.failed();
        assertFalse(budget.mayRetry(), "five of ten are left");
    }

    @Test
    void allowsThemAgainAfterSuccesses() {
        times(5, budget::failed);
        budget.succeeded();
        assertTrue(budget.mayRetry(), "a tenth over half");
    }

    @Test
    void neverFallsBelowNothing() {
        times(1_000, budget::failed);
        times(50, budget::succeeded);
        assertFalse(budget.mayRetry());
        budget.succeeded();
        assertTrue(budget.mayRetry());
    }

    @Test
    void savesNothingBeyondItsSize() {
        times(1_000, budget::succeeded);
        times(5, budget::failed);
        assertFalse(budget.mayRetry());
    }

    @Test
    void allowsNoneInTheLongRunWhereHalfFail() {
        int retries = 0;
        for (int call = 0; call < 10_000; call++) {
            if (call % 2 == 0) {
                budget.succeeded();
            } else {
                budget.failed();
                retries += budget.mayRetry() ? 1 : 0;
            }
        }
        assertEquals(5, retries, "the first few, and none after that");
    }

    @Test
    void losesNothingWhenManyThreadsCount() {
        RetryBudget large = new RetryBudget(1_000, 1);
        IntStream.range(0, 400).parallel().forEach(i -> large.failed());
        IntStream.range(0, 300).parallel().forEach(i -> large.succeeded());
        times(399, large::failed);
        assertTrue(large.mayRetry(), "501 are left");
        large.failed();
        assertFalse(large.mayRetry(), "500 are left");
    }

    @Test
    void refusesSizesOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new RetryBudget(0, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new RetryBudget(1_001, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new RetryBudget(10, 0));
        assertThrows(IllegalArgumentException.class, () -> new RetryBudget(10, Double.NaN));
    }

    private static void times(int times, Runnable code) {
        for (int i = 0; i < times; i++) {
            code.run();
        }
    }
}
