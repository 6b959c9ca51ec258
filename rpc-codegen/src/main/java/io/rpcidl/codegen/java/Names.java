package io.rpcidl.codegen.java;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Names in one scope: one that is taken, also if only upper and lower case differ, gets a {@code _} behind it. */
final class Names {

    private final Set<String> taken = new TreeSet<>();

    /** Takes a name and returns it as it is free. */
    String free(String name) {
        String free = name;
        while (!taken.add(free.toLowerCase(Locale.ROOT))) {
            free += "_";
        }
        return free;
    }
}
