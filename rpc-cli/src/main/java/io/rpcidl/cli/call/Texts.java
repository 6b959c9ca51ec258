package io.rpcidl.cli.call;

import io.rpcidl.cli.shell.Misuse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What stands on the command line, or elsewhere: {@code @FILE} for a file, {@code -} for standard input. */
public final class Texts {

    /** Standard input. */
    public static final String INPUT = "-";

    private Texts() {}

    /** Returns what stands in a file, in UTF-8. */
    public static String string(String word) throws IOException {
        return new String(bytes(word, InputStream.nullInputStream()), StandardCharsets.UTF_8);
    }

    /** Returns all of it. */
    static byte[] bytes(String word, InputStream in) throws IOException {
        try (InputStream text = open(word, in)) {
            byte[] bytes = text.readNBytes(RawJson.LIMITS.maxBytes() + 1);
            if (bytes.length > RawJson.LIMITS.maxBytes()) {
                throw new Misuse("'" + word + "' is longer than " + RawJson.LIMITS.maxBytes() + " bytes");
            }
            return bytes;
        }
    }

    /** Opens it, to be read as it comes. */
    public static InputStream open(String word, InputStream in) throws IOException {
        if (word.equals(INPUT)) {
            return in;
        }
        if (!word.startsWith("@")) {
            return new ByteArrayInputStream(word.getBytes(StandardCharsets.UTF_8));
        }
        Path file = Path.of(word.substring(1));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Misuse("'" + word + "': there is no such file, or it cannot be read");
        }
        return Files.newInputStream(file);
    }
}
