package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Constraint;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What several constraints of one kind allow together.
 *
 * @param min the least value, if there is one
 * @param max the greatest value, if there is one
 * @param patterns all patterns that must match
 * @param text how the contract writes it; empty if there is no constraint
 */
record Bounds(Optional<BigDecimal> min, Optional<BigDecimal> max, Set<String> patterns, String text) {

    static final Bounds NONE = new Bounds(Optional.empty(), Optional.empty(), Set.of(), "");

    /** Returns the bounds by the kind of constraint, such as {@code Length}. */
    static Map<String, Bounds> byKind(List<Constraint> constraints) {
        Map<String, Bounds> all = new LinkedHashMap<>();
        for (Constraint each : constraints) {
            all.merge(each.getClass().getSimpleName(), of(each), Bounds::and);
        }
        return all;
    }

    /** Returns whether something that is allowed here is not allowed there. */
    boolean exceeds(Bounds other) {
        boolean below = other.min.isPresent() && (min.isEmpty() || min.get().compareTo(other.min.get()) < 0);
        boolean above = other.max.isPresent() && (max.isEmpty() || max.get().compareTo(other.max.get()) > 0);
        return below || above || !patterns.containsAll(other.patterns);
    }

    private static Bounds of(Constraint constraint) {
        String text = constraint.toString();
        if (constraint instanceof Constraint.Range range) {
            return new Bounds(range.min(), range.max(), Set.of(), text);
        } else if (constraint instanceof Constraint.Length length) {
            return counted(length.min(), length.max(), text);
        } else if (constraint instanceof Constraint.Size size) {
            return counted(size.min(), size.max(), text);
        }
        return new Bounds(Optional.empty(), Optional.empty(), Set.of(((Constraint.Pattern) constraint).text()), text);
    }

    /** A count is never below zero, so that this is no bound. */
    private static Bounds counted(Optional<Long> min, Optional<Long> max, String text) {
        return new Bounds(
                min.filter(each -> each > 0).map(BigDecimal::valueOf), max.map(BigDecimal::valueOf), Set.of(), text);
    }

    private Bounds and(Bounds other) {
        Set<String> both = new TreeSet<>(patterns);
        both.addAll(other.patterns);
        return new Bounds(
                min.isEmpty() ? other.min : min.map(each -> each.max(other.min.orElse(each))),
                max.isEmpty() ? other.max : max.map(each -> each.min(other.max.orElse(each))),
                both,
                text + " " + other.text);
    }
}
