package io.rpcidl.codegen;

import java.util.List;

/**
 * What a generator made of contracts: all files, or the reasons why there are none.
 *
 * @param files in order of path
 * @param refusals in order of file name, then of place
 */
public record Generation(List<GeneratedFile> files, List<Refusal> refusals) {

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
