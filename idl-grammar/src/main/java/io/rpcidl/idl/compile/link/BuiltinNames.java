package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.model.Builtin;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names of built-in types, and what other languages call them. */
public final class BuiltinNames {

    private static final Map<String, Integer> CONTAINERS = Map.of("list", 1, "set", 1, "map", 2);

    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("int", "int32"),
            Map.entry("integer", "int32"),
            Map.entry("i32", "int32"),
            Map.entry("long", "int64"),
            Map.entry("i64", "int64"),
            Map.entry("float", "float32"),
            Map.entry("double", "float64"),
            Map.entry("boolean", "bool"),
            Map.entry("str", "string"),
            Map.entry("text", "string"),
            Map.entry("binary", "bytes"),
            Map.entry("bigdecimal", "decimal"),
            Map.entry("biginteger", "bigint"),
            Map.entry("instant", "timestamp"),
            Map.entry("localdate", "date"),
            Map.entry("array", "list"),
            Map.entry("object", "any"));

    private BuiltinNames() {}

    /** Returns whether a name is that of a built-in type, with or without arguments. */
    public static boolean contains(String name) {
        return Builtin.named(name).isPresent() || CONTAINERS.containsKey(name);
    }

    /** Returns how many arguments a built-in type takes; 0 also for a name that is none. */
    static int arguments(String name) {
        return CONTAINERS.getOrDefault(name, 0);
    }

    static Set<String> all() {
        Set<String> names = new TreeSet<>(CONTAINERS.keySet());
        for (Builtin each : Builtin.values()) {
            names.add(each.typeName());
        }
        return names;
    }

    /** Returns what a type of another language is called here. */
    static Optional<String> elsewhere(String name) {
        return Optional.ofNullable(ELSEWHERE.get(name.toLowerCase(Locale.ROOT)));
    }
}
