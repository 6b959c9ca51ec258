package io.rpcidl.idl.format;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Replaces a file by a new one in one step: whoever reads it, at whatever moment, finds the old text or the new one. */
final class FileReplacement {

    private FileReplacement() {}

    /** Replaces a file that is no link, keeping its permissions; if that fails it is as before. */
    static void replace(Path file, byte[] content) throws IOException {
        if (!Files.isWritable(file)) {
            // A rename asks only for the folder's permission.
            throw new AccessDeniedException(file.toString());
        }
        Path next = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".new");
        try {
            Files.write(next, content);
            copyPermissions(file, next);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (source != null && target != null) {
            target.setPermissions(source.readAttributes().permissions());
        }
    }
}
