package io.rpcidl.json;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUIDs as text (RFC 9562, section 4). {@code UUID.fromString} takes {@code 1-1-1-1-1}; this does not. */
final class UuidText {

    private static final int LENGTH = 36;

    private UuidText() {}

    static int write(byte[] target, int position, UUID value) {
        int at = position;
        for (int digit = 0; digit < 32; digit++) {
            if (digit == 8 || digit == 12 || digit == 16 || digit == 20) {
                target[at++] = '-';
            }
            long half = digit < 16 ? value.getMostSignificantBits() : value.getLeastSignificantBits();
            target[at++] = StringBytes.HEX[(int) (half >>> 60 - digit % 16 * 4) & 0xf];
        }
        return at;
    }

    static @Nullable UUID read(byte[] text, int from, int to) {
        if (to - from != LENGTH) {
            return null;
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < LENGTH; i++) {
            int c = text[from + i];
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (c != '-') {
                    return null;
                }
                continue;
            }
            int digit = c < 0 ? -1 : Character.digit(c, 16);
            if (digit < 0) {
                return null;
            }
            high = high << 4 | low >>> 60;
            low = low << 4 | digit;
        }
        return new UUID(high, low);
    }
}
