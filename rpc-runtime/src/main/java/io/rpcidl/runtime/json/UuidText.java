package io.rpcidl.runtime.json;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUIDs as text (RFC 9562, section 4). {@code UUID.fromString} takes {@code 1-1-1-1-1}; this does not. */
final class UuidText {

    private UuidText() {}

    static @Nullable UUID read(String text) {
        if (text.length() != 36) {
            return null;
        }
        for (int i = 0; i < 36; i++) {
            char c = text.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : c >= 0x80 || Character.digit(c, 16) < 0) {
                return null;
            }
        }
        return UUID.fromString(text);
    }
}
