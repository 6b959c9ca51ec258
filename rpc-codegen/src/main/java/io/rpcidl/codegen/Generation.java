package io.rpcidl.codegen;

import io.rpcidl.idl.diagnostic.Diagnostic;
import java.util.List;

/**
 * What a generator made of contracts: all files, or the reasons why there are none.
 *
 * @param files in order of path
 * @param refusals why a contract, which is right in itself, has no form in the target language; in order of place
 */
public record Generation(List<GeneratedFile> files, List<Diagnostic> refusals) {

    /** Copies the lists and checks that there are not both. */
    public Generation {
        files = List.copyOf(files);
        refusals = List.copyOf(refusals);
        if (!files.isEmpty() && !refusals.isEmpty()) {
            throw new IllegalArgumentException("files and refusals exclude each other: " + refusals);
        }
    }

    /** Returns whether something cannot be generated. */
    public boolean isRefused() {
        return !refusals.isEmpty();
    }
}
