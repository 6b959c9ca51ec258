package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a check of breaking changes looks at.
 *
 * @param level how much it asks for
 * @param allowed ids of codes that are accepted everywhere, such as {@code RI2003}
 * @param libraries names of the packages of the old contract that belong to somebody else: what changes in them is not
 *     reported
 */
public record BreakingOptions(Level level, Set<String> allowed, Set<String> libraries) {

    /** Everything, at the level {@link Level#SOURCE}. */
    public static final BreakingOptions DEFAULT = new BreakingOptions(Level.SOURCE, Set.of(), Set.of());

    /**
     * Copies the sets.
     *
     * @throws IllegalArgumentException if there is no breaking change of a code; its message is for the person who wrote the
     *     options
     */
    public BreakingOptions {
        Objects.requireNonNull(level, "level");
        allowed = Set.copyOf(allowed);
        libraries = Set.copyOf(libraries);
        new TreeSet<>(allowed).forEach(BreakingOptions::checkKnown);
    }

    /** Returns the same options for an old contract to which other libraries belong. */
    public BreakingOptions withLibraries(Set<String> names) {
        return new BreakingOptions(level, allowed, names);
    }

    private static void checkKnown(String code) {
        boolean known = code.startsWith("RI2")
                && Arrays.stream(Code.values()).anyMatch(each -> each.id().equals(code));
        if (!known) {
            throw new IllegalArgumentException("there is no breaking change of code '" + code + "'");
        }
    }
}
