package io.rpcidl.codegen;

import java.util.Objects;

/**
 * A file to be written.
 *
 * @param path relative to the output folder, with {@code /} between its parts
 * @param content the whole text, lines ended by {@code \n}
 */
public record GeneratedFile(String path, String content) {

    /** Refuses a path that leads out of the output folder: names come from contracts, and those from anywhere. */
    public GeneratedFile {
        Objects.requireNonNull(content, "content");
        boolean leadsOut = path.startsWith("/") || path.contains("\\") || ("/" + path + "/").contains("/../");
        if (path.isEmpty() || leadsOut) {
            throw new IllegalArgumentException("not a path within the output folder: '" + path + "'");
        }
    }
}
