package io.rpcidl.idl.thrift;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands around a declaration or a member.
 *
 * @param before comments above it, in order
 * @param behind comments that end its line
 * @param within comments before the closing bracket of its body
 * @param leftOut what of it a contract cannot say, in words
 */
record Surroundings(List<Remark> before, List<Remark> behind, List<Remark> within, List<String> leftOut) {

    Surroundings {
        before = List.copyOf(before);
        behind = List.copyOf(behind);
        within = List.copyOf(within);
        leftOut = List.copyOf(leftOut);
    }

    /** Returns a copy with more that was left out. */
    Surroundings with(List<String> more) {
        return new Surroundings(
                before,
                behind,
                within,
                Stream.concat(leftOut.stream(), more.stream()).toList());
    }

    /** Returns whether there is nothing to write but the thing itself. */
    boolean isEmpty() {
        return before.isEmpty() && behind.isEmpty() && within.isEmpty() && leftOut.isEmpty();
    }

    /** Returns the comments before the closing bracket as if they stood before something. */
    static Surroundings of(List<Remark> before) {
        return new Surroundings(before, new ArrayList<>(), List.of(), List.of());
    }
}
