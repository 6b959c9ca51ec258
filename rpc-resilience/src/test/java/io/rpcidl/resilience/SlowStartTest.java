package io.rpcidl.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which part of its share a new server gets. */
class SlowStartTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void growsEvenlyFromATenthToAllInTenSeconds() {
        assertEquals(0.1, SlowStart.DEFAULT.factor(0));
        assertEquals(0.1, SlowStart.DEFAULT.factor(SECOND));
        assertEquals(0.5, SlowStart.DEFAULT.factor(5 * SECOND));
        assertEquals(1, SlowStart.DEFAULT.factor(10 * SECOND));
        assertEquals(1, SlowStart.DEFAULT.factor(Long.MAX_VALUE));
    }

    @Test
    void neverGetsLessThanTheMinimumEvenBeforeItIsInService() {
        SlowStart longer = new SlowStart(Duration.ofMinutes(10), 0.1, 1);
        assertEquals(0.1, longer.factor(0));
        assertEquals(0.1, longer.factor(-SECOND));
    }

    @Test
    void growsFasterAtFirstWithMoreAggression() {
        SlowStart bold = new SlowStart(Duration.ofSeconds(10), 0.1, 2);
        assertEquals(Math.sqrt(0.4), bold.factor(4 * SECOND), 1e-9);
        SlowStart shy = new SlowStart(Duration.ofSeconds(10), 0.1, 0.5);
        assertTrue(shy.factor(4 * SECOND) < SlowStart.DEFAULT.factor(4 * SECOND));
    }

    @Test
    void isOffWithoutAWindowAndWholeWithinAShortOne() {
        assertEquals(1, new SlowStart(Duration.ZERO, 0.1, 1).factor(0));
        assertEquals(1, new SlowStart(Duration.ofMillis(500), 0.1, 1).factor(0), "a second is the least that counts");
    }

    @Test
    void refusesWhatNobodyCanMean() {
        Duration window = Duration.ofSeconds(10);
        assertThrows(IllegalArgumentException.class, () -> new SlowStart(window.negated(), 0.1, 1));
        assertThrows(IllegalArgumentException.class, () -> new SlowStart(window, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new SlowStart(window, 1.1, 1));
        assertThrows(IllegalArgumentException.class, () -> new SlowStart(window, 0.1, 0));
    }
}
