package io.rpcidl.runtime.wire;

import io.rpcidl.json.JsonReader;
import java.nio.charset.StandardCharsets;

/**
 * The names that the last header of a connection had: the next one has the same, more often than not, and then is not read but compared.
 * On one thread at a time.
 */
final class KnownNames {

    private static final int MAX_BYTES = 256;
    private static final int MAX_UTF8 = 3; // bytes of a char

    private Name service = Name.NONE;
    private Name method = Name.NONE;

    private record Name(String text, byte[] json) {

        static final Name NONE = new Name("", new byte[] {0}); // which nothing begins with
    }

    String service(JsonReader in) {
        if (!in.trySame(service.json)) {
            service = read(in);
        }
        return service.text;
    }

    String method(JsonReader in) {
        if (!in.trySame(method.json)) {
            method = read(in);
        }
        return method.text;
    }

    /** Reads a name: short and plain, for it is given back in the answer. */
    private static Name read(JsonReader in) {
        String name = in.string();
        if (isTooLong(name) || !isPlain(name)) {
            throw in.shape("not a name of 1 to " + MAX_BYTES + " bytes without white space");
        }
        return new Name(name, ('"' + name + '"').getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isTooLong(String name) {
        return name.length() > MAX_BYTES / MAX_UTF8 && name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isPlain(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Nothing that has to be escaped, and nothing that is not seen or turns the direction of what is: names are logged. */
    private static boolean isPlain(char c) {
        return c != '"'
                && c != '\\'
                && !Character.isISOControl(c)
                && !Character.isSpaceChar(c)
                && Character.getType(c) != Character.FORMAT;
    }
}
