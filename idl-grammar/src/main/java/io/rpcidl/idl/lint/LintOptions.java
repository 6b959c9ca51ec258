package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Suggestion;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rules a build wants.
 *
 * @param tier all rules of this tier and of those below it
 * @param allowed codes of rules that are off, such as {@code RI1004}
 * @param also codes of rules that are on whatever the tier
 */
public record LintOptions(Tier tier, Set<String> allowed, Set<String> also) {

    /** The standard tier as it is. */
    public static final LintOptions STANDARD = of(Tier.STANDARD);

    /**
     * Copies the sets.
     *
     * @throws IllegalArgumentException if there is no rule of a code, or a code is both off and on; its message is for the
     *     person who wrote the options
     */
    public LintOptions {
        Objects.requireNonNull(tier, "tier");
        allowed = Set.copyOf(allowed);
        also = Set.copyOf(also);
        new TreeSet<>(allowed).forEach(LintOptions::checkKnown);
        new TreeSet<>(also).forEach(LintOptions::checkKnown);
        for (String code : new TreeSet<>(also)) {
            if (allowed.contains(code)) {
                throw new IllegalArgumentException("the lint rule '" + code + "' is both allowed and asked for");
            }
        }
    }

    /** Returns options of a tier as it is. */
    public static LintOptions of(Tier tier) {
        return new LintOptions(tier, Set.of(), Set.of());
    }

    /** Returns whether a rule is on. */
    boolean wants(LintRule rule) {
        String code = rule.code().id();
        return also.contains(code) || (tier.includes(rule.tier()) && !allowed.contains(code));
    }

    private static void checkKnown(String code) {
        if (LintRules.ALL.stream().noneMatch(rule -> rule.code().id().equals(code))) {
            String help = Suggestion.nearest(
                            LintRules.ALL.stream().map(LintRule::code).map(Code::id), code)
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse("");
            throw new IllegalArgumentException("there is no lint rule '" + code + "'" + help);
        }
    }
}
