package io.rpcidl.idl.thrift;

import java.util.List;
import java.util.stream.Stream;

/**
 * What stands around a declaration or a member.
 *
 * @param before comments above it, in order
 * @param behind comments that end its line
 * @param within comments before the closing bracket of its body
 * @param leftOut what of it a contract cannot say, in words
 * @param spaced whether a blank line keeps it from what stands above
 */
record Surroundings(
        List<Remark> before, List<Remark> behind, List<Remark> within, List<String> leftOut, boolean spaced) {

    Surroundings {
        before = List.copyOf(before);
        behind = List.copyOf(behind);
        within = List.copyOf(within);
        leftOut = leftOut.stream().distinct().toList();
    }

    /** Makes surroundings of nothing but comments above. */
    static Surroundings of(List<Remark> before) {
        return new Surroundings(before, List.of(), List.of(), List.of(), true);
    }

    /** Returns a copy with more that was left out. */
    Surroundings with(List<String> more) {
        List<String> all = Stream.concat(leftOut.stream(), more.stream()).toList();
        return new Surroundings(before, behind, within, all, spaced);
    }

    /** Returns a copy with comments before the closing bracket. */
    Surroundings ending(List<Remark> comments) {
        return new Surroundings(before, behind, comments, leftOut, spaced);
    }

    /** Returns whether there is nothing to write but the thing itself. */
    boolean isEmpty() {
        return before.isEmpty() && behind.isEmpty() && within.isEmpty() && leftOut.isEmpty();
    }
}
