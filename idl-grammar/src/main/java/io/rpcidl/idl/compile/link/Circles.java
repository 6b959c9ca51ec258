package io.rpcidl.idl.compile.link;

import java.util.List;
import java.util.stream.Collectors;

/** Words for things that depend on each other in a circle. */
public final class Circles {

    private static final int SHOWN = 8;

    private Circles() {}

    /** Returns {@code a -> b -> a}; of a long circle no more than its first names. */
    public static String text(List<String> names) {
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining(" -> "));
        return shown + (names.size() > SHOWN ? " -> ..." : "") + " -> " + names.get(0);
    }
}
