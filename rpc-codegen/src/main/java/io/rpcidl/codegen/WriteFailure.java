package io.rpcidl.codegen;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;

/** Why something could not be written, for people: the JDK's own message is often the path alone. */
final class WriteFailure {

    private WriteFailure() {}

    static IOException explained(IOException failure) {
        if (failure instanceof FileAlreadyExistsException e) {
            return new IOException(e.getFile() + " is a file, where a folder should be", e);
        }
        if (failure instanceof AccessDeniedException e) {
            return new IOException(e.getFile() + " may not be written", e);
        }
        return new IOException(failure.toString(), failure);
    }
}
