package io.rpcidl.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CongestionWindowTest {

    private static final long MILLI = 1_000_000;

    private final CongestionWindow window = new CongestionWindow(1_000, 0);

    @Test
    void limitsNothingUntilSomethingIsRefused() {
        assertFalse(window.isLimiting());
        window.taken();
        assertFalse(window.isLimiting());
    }

    @Test
    void aRefusalHalvesWhatIsInFlight() {
        window.refused(100, 1, 10 * MILLI);
        assertTrue(window.isLimiting());
        assertEquals(50, window.size(30 * MILLI));
    }

    @Test
    void refusalsOfWhatWasSentBeforeTheCutCutNothing() {
        window.refused(100, 1, 10 * MILLI);
        for (int i = 0; i < 99; i++) {
            window.refused(99 - i, 1, 11 * MILLI);
        }
        assertEquals(50, window.size(30 * MILLI));
        window.refused(50, 20 * MILLI, 30 * MILLI);
        assertEquals(25, window.size(30 * MILLI));
    }

    @Test
    void growsByOneForEachRoundThatIsTaken() {
        window.refused(8, 1, 10 * MILLI);
        assertEquals(4, window.size(30 * MILLI));
        taken(4);
        assertEquals(5, window.size(30 * MILLI));
        taken(5);
        assertEquals(6, window.size(30 * MILLI));
    }

    @Test
    void isTwiceAsWideForEachSecondInWhichNothingWasRefused() {
        window.refused(8, 1, 10 * MILLI);
        assertEquals(4, window.size(1_009 * MILLI));
        assertEquals(8, window.size(1_010 * MILLI));
        assertEquals(32, window.size(3_010 * MILLI));
        assertTrue(window.mayBegin(900, 9_000 * MILLI));
        assertFalse(window.isLimiting());
    }

    @Test
    void aCallThatWaitsForAnEventHoldsOthersUpForASecondAtMost() {
        window.refused(2, 1, 10 * MILLI);
        assertFalse(window.mayBegin(1, 1_000 * MILLI));
        assertTrue(window.mayBegin(1, 1_010 * MILLI));
    }

    @Test
    void neverGoesBelowOne() {
        window.refused(1, 1, 10 * MILLI);
        window.refused(1, 20 * MILLI, 30 * MILLI);
        assertEquals(1, window.size(30 * MILLI));
    }

    @Test
    void pausesAfterEachCutAndLongerIfNothingIsTakenBetween() {
        window.refused(8, 1, 10 * MILLI);
        assertFalse(window.mayBegin(0, 14 * MILLI));
        assertTrue(window.mayBegin(0, 15 * MILLI));
        window.refused(4, 16 * MILLI, 20 * MILLI);
        assertFalse(window.mayBegin(0, 29 * MILLI));
        assertTrue(window.mayBegin(0, 30 * MILLI));
        window.taken();
        window.refused(4, 31 * MILLI, 40 * MILLI);
        assertTrue(window.mayBegin(0, 45 * MILLI));
    }

    @Test
    void aPauseIsHalfASecondAtMost() {
        long now = 0;
        for (int i = 0; i < 20; i++) {
            now += 1_000 * MILLI;
            window.refused(4, now - 1, now);
        }
        assertTrue(window.mayBegin(0, now + 500 * MILLI));
    }

    @Test
    void limitsNothingAnyMoreOnceItHasGrownAsLargeAsItMay() {
        CongestionWindow small = new CongestionWindow(5, 0);
        small.refused(8, 1, 10 * MILLI);
        for (int i = 0; i < 2 + 3 + 4; i++) {
            small.taken();
        }
        assertFalse(small.isLimiting());
    }

    @Test
    void refusesASizeThatIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new CongestionWindow(0, 0));
    }

    private void taken(int calls) {
        for (int i = 0; i < calls; i++) {
            window.taken();
        }
    }
}
