package io.rpcidl.codegen.java;

import java.util.ArrayList;
import java.util.List;

/** Parts a list: HotSpot compiles no method of more than 8,000 bytes, so what is long is written in several. */
final class Parts {

    private Parts() {}

    /** Returns the list in parts of at most {@code size}; an empty list is one empty part. */
    static <T> List<List<T>> of(List<T> list, int size) {
        List<List<T>> parts = new ArrayList<>();
        int from = 0;
        do {
            parts.add(list.subList(from, Math.min(from + size, list.size())));
            from += size;
        } while (from < list.size());
        return parts;
    }
}
