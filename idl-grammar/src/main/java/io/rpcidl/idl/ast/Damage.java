package io.rpcidl.idl.ast;

import java.util.Arrays;
import java.util.Set;

/**
 * What syntax errors have spoilt in a file.
 *
 * @param offsets where the errors stand, in order
 * @param words the words outside of whole declarations: names that may have been meant as declarations
 * @param everything whether any name may have been lost
 */
public record Damage(int[] offsets, Set<String> words, boolean everything) {

    /** Copies the places and the words. */
    public Damage {
        offsets = offsets.clone();
        words = Set.copyOf(words);
    }

    @Override
    public int[] offsets() {
        return offsets.clone();
    }

    /** Returns whether a name that is not declared may have been lost. */
    boolean mayDeclare(String name) {
        return everything || words.contains(name);
    }

    /** Returns whether an error stands between two offsets, both inclusive. */
    boolean touches(int start, int end) {
        int found = Arrays.binarySearch(offsets, start);
        int next = found >= 0 ? found : -found - 1;
        return next < offsets.length && offsets[next] <= end;
    }
}
