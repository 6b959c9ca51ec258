package io.rpcidl.transport.netty;

import io.rpcidl.transport.GrowingMessage;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that wait to be written.
 *
 * @param bytes what holds them
 * @param length how many of them; before a growing message is {@linkplain #finished finished}, about how many it may become
 * @param thenDeflate whether what follows is deflated
 * @param growing what has them only when its turn comes
 */
record Outgoing(
        byte[] bytes,
        int length,
        boolean thenDeflate,
        @Nullable GrowingMessage growing) {

    private static final byte[] NONE = {};
    private static final int GROWN = 16 << 10;

    static Outgoing of(byte[] bytes, int length) {
        return new Outgoing(bytes, length, false, null);
    }

    static Outgoing of(GrowingMessage message) {
        return new Outgoing(NONE, GROWN, false, message);
    }

    /** Its turn has come to be written. */
    Outgoing finished() {
        if (growing == null) {
            return this;
        }
        growing.finish();
        return of(growing.bytes(), growing.length());
    }
}
