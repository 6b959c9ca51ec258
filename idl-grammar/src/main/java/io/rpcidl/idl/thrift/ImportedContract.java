package io.rpcidl.idl.thrift;

import java.util.Objects;

/**
 * One contract that was made of a {@code .thrift} file.
 *
 * @param path where it belongs below the output folder: the parts of its package and a file name, separated by {@code /};
 *     only letters, digits, {@code _}, {@code -} and the dot before {@code rpcidl}
 * @param text the whole contract, lines ended by {@code \n}
 */
public record ImportedContract(String path, String text) {

    /** Checks that neither part is null. */
    public ImportedContract {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(text, "text");
    }
}
