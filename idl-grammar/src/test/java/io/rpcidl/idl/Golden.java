package io.rpcidl.idl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what a test expects; {@code -Dgolden.update=true} rewrites them. */
public final class Golden {

    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private Golden() {}

    /** Compares a text with a file, or writes the file. */
    public static void check(Path expected, String actual) {
        try {
            if (UPDATE) {
                Files.writeString(expected, actual);
            }
            String before = Files.exists(expected) ? Files.readString(expected).replace("\r\n", "\n") : "";
            assertEquals(before, actual, () -> expected + " (rewrite with -Dgolden.update=true)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
