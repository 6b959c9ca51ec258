package io.rpcidl.runtime.json;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Bytes as padded base64. */
final class Base64Text {

    private Base64Text() {}

    static String write(Bytes value) {
        return Base64.getEncoder().encodeToString(value.content());
    }

    static @Nullable Bytes read(String text) {
        if (text.length() % 4 != 0) {
            return null; // the JDK takes text without its padding
        }
        try {
            return Bytes.wrap(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
