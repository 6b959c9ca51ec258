package io.rpcidl.idl.thrift;

import io.rpcidl.idl.model.Builtin;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of one scope of a contract: they neither start nor end with {@code _}, have at most {@value #LONGEST}
 * characters and differ in more than case. Whatever can keep its name does; others get the nearest one that is free.
 */
final class Names {

    /** Of a contract's limit of 128, less room for a number. */
    static final int LONGEST = 120;

    private static final Set<String> CONTAINERS = Set.of("list", "set", "map");
    private static final Set<String> VALUES = Set.of("true", "false", "null", "NaN", "Infinity");

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> lastNumbers = new HashMap<>();

    /** Returns the new names of the members of one body, by their old ones. */
    static Map<String, String> ofMembers(Collection<String> originals) {
        return new Names().choose(originals, false);
    }

    /** Returns new names by old ones, in their order; no built-in type's if they are names of declarations. */
    Map<String, String> choose(Collection<String> originals, boolean declarations) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (String each : originals) {
            boolean fits = each.equals(shape(each)) && !(declarations && isBuiltin(each));
            if (fits && taken.add(each.toLowerCase(Locale.ROOT))) {
                chosen.put(each, each);
            } else {
                chosen.put(each, "");
            }
        }
        chosen.replaceAll((original, name) -> name.isEmpty() ? free(original, declarations) : name);
        return chosen;
    }

    private String free(String original, boolean declarations) {
        String wanted = shape(original);
        if (declarations && isBuiltin(wanted)) {
            wanted = wanted.substring(0, 1).toUpperCase(Locale.ROOT) + wanted.substring(1);
            wanted += isBuiltin(wanted) ? "Value" : "";
        }
        String key = wanted.toLowerCase(Locale.ROOT);
        String name = wanted;
        boolean endsInDigit = Character.isDigit(wanted.charAt(wanted.length() - 1));
        while (!taken.add(name.toLowerCase(Locale.ROOT))) {
            name = wanted + (endsInDigit ? "_" : "") + lastNumbers.merge(key, 2, (last, two) -> last + 1);
        }
        return name;
    }

    /** Returns the annotation that keeps a name on the wire; empty, or begins with a space. */
    static String wire(String original, String name) {
        return name.equals(original) || original.length() > LONGEST
                ? ""
                : " @wire(" + ScalarWriter.quote(original) + ")";
    }

    /** Says what a name was that is too long for an annotation. */
    static List<String> lost(String original, String name) {
        boolean isLost = !name.equals(original) && wire(original, name).isEmpty();
        return isLost ? List.of("it was called " + SafeText.line(original, 1_000)) : List.of();
    }

    /** Returns whether a name means something everywhere. */
    static boolean isBuiltin(String name) {
        return VALUES.contains(name) || Builtin.named(name).isPresent() || CONTAINERS.contains(name);
    }

    /** Returns the nearest name that a contract takes. */
    static String shape(String original) {
        String letters = original.replaceAll("[^A-Za-z0-9_]", "_");
        int start = 0;
        int end = Math.min(letters.length(), LONGEST);
        while (start < end && letters.charAt(start) == '_') {
            start++;
        }
        while (end > start && letters.charAt(end - 1) == '_') {
            end--;
        }
        String name = letters.substring(start, end);
        boolean beginsWell = !name.isEmpty() && !Character.isDigit(name.charAt(0));
        return beginsWell ? name : "x" + name;
    }
}
