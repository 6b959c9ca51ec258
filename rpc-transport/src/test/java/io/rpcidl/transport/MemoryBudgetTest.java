package io.rpcidl.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may take how much. */
class MemoryBudgetTest {

    private static final int MIB = 1 << 20;

    private final MemoryBudget memory = new MemoryBudget(10 * MIB);

    @Test
    void countsWhatIsLargeAlone() {
        MemoryBudget.Share share = memory.share();
        assertTrue(share.tryHold(MemoryBudget.SMALL));
        assertEquals(0, memory.used());
        assertTrue(share.tryHold(MIB));
        assertEquals(MIB, memory.used());
        share.hold(MemoryBudget.SMALL);
        assertEquals(0, memory.used());
    }

    @Test
    void refusesWhatThereIsNoRoomForAndChangesNothing() {
        MemoryBudget.Share one = memory.share();
        MemoryBudget.Share other = memory.share();
        assertTrue(one.tryHold(6 * MIB));
        assertTrue(other.tryHold(4 * MIB));
        assertFalse(other.tryHold(4 * MIB + 1));
        other.hold(5 * MIB);
        assertEquals(11 * MIB, memory.used());
        assertTrue(one.tryHold(5 * MIB));
        assertEquals(10 * MIB, memory.used());
    }

    @Test
    void saysWhatIsToSpareAndDropsNobodyForIt() {
        MemoryBudget.Share large = memory.share(() -> {
            throw new AssertionError("dropped");
        });
        assertTrue(memory.hasPlenty(8 * MIB));
        assertFalse(memory.hasPlenty(8 * MIB + 1));
        large.hold(7 * MIB);
        assertTrue(memory.hasPlenty(MIB));
        assertFalse(memory.hasPlenty(2 * MIB));
        assertFalse(memory.isTight());
    }

    @Test
    void dropsTheLargestOfThoseThatCanBeDroppedOneAtATime() {
        List<String> dropped = new ArrayList<>();
        MemoryBudget.Share small = memory.share(() -> dropped.add("small"));
        MemoryBudget.Share large = memory.share(() -> dropped.add("large"));
        MemoryBudget.Share needed = memory.share();
        small.hold(MIB);
        large.hold(5 * MIB);
        assertTrue(needed.tryHold(4 * MIB));
        assertEquals(List.of(), dropped);
        assertFalse(memory.tryTake(MIB));
        assertEquals(List.of("large"), dropped);
        assertFalse(memory.tryTake(MIB));
        assertEquals(List.of("large"), dropped, "it is on its way");
        large.close();
        assertTrue(memory.tryTake(MIB));
        assertFalse(memory.tryTake(5 * MIB));
        assertEquals(List.of("large"), dropped, "a little is not worth it");
        small.hold(6 * MIB);
        assertEquals(List.of("large", "small"), dropped);
    }

    @Test
    void isTightAboveFourFifthsAndRunsWhoWaitsBelow() {
        List<String> ran = new ArrayList<>();
        assertTrue(memory.tryTake(8 * MIB));
        assertFalse(memory.isTight());
        assertTrue(memory.tryTake(MIB));
        assertTrue(memory.isTight());
        memory.whenRoom(() -> ran.add("waits"));
        Runnable forgotten = () -> ran.add("was forgotten");
        memory.whenRoom(forgotten);
        memory.forget(forgotten);
        memory.give(1);
        assertEquals(List.of(), ran);
        memory.give(MIB);
        assertEquals(List.of("waits"), ran);
        memory.whenRoom(() -> ran.add("has room"));
        assertEquals(List.of("waits", "has room"), ran);
    }

    @Test
    void shareThatIsClosedHoldsNothingAnyMore() {
        MemoryBudget.Share share = memory.share();
        share.hold(MIB);
        share.close();
        assertTrue(share.tryHold(20 * MIB));
        share.hold(20 * MIB);
        assertEquals(0, memory.used());
    }
}
