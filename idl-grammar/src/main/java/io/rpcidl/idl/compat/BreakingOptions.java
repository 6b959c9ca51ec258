package io.rpcidl.idl.compat;

import java.util.Objects;
import java.util.Set;

/**
 * What a check of breaking changes looks at.
 *
 * @param level how much it asks for
 * @param allowed ids of codes that are accepted everywhere, such as {@code RI2003}; others mean nothing
 * @param libraries names of the packages of the old contract that belong to somebody else: what changes in them is not
 *     reported
 */
public record BreakingOptions(Level level, Set<String> allowed, Set<String> libraries) {

    /** Everything, at the level {@link Level#SOURCE}. */
    public static final BreakingOptions DEFAULT = new BreakingOptions(Level.SOURCE, Set.of(), Set.of());

    /** Copies the sets. */
    public BreakingOptions {
        Objects.requireNonNull(level, "level");
        allowed = Set.copyOf(allowed);
        libraries = Set.copyOf(libraries);
    }
}
