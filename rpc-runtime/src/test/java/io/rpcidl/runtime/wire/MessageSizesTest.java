package io.rpcidl.runtime.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MessageSizesTest {

    private final MessageSizes sizes = new MessageSizes();
    private final MessageSizes.Size size = sizes.of("listUser");

    @Test
    void hasRoomAtOnceForAMessageAsLongAsTheLast() {
        size.was(6_000);
        assertTrue(size.room() > 6_000 && size.room() < 8_000, "room: " + size.room());
        assertSame(size, sizes.of("listUser"));
        assertEquals(512, sizes.of("getUser").room(), "each method has its own");
    }

    @Test
    void forgetsALongMessageSlowly() {
        size.was(6_000);
        size.was(100);
        assertTrue(size.room() > 6_000, "one short message among long ones: " + size.room());
        for (int i = 0; i < 200; i++) {
            size.was(100);
        }
        assertTrue(size.room() < 300, "room: " + size.room());
    }

    @Test
    void clearsNoMoreThan64KilobytesForAGuess() {
        size.was(4_000_000);
        assertEquals(64 * 1024, size.room());
    }
}
