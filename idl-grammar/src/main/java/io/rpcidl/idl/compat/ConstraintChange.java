package io.rpcidl.idl.compat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A kind of constraint that is not the same in both contracts. */
record ConstraintChange(Bounds before, Bounds after) {

    /** Returns the changes at one place of a type. */
    static List<ConstraintChange> of(TypeStep step) {
        Map<String, Bounds> before = Bounds.byKind(step.before().constraints());
        Map<String, Bounds> after = Bounds.byKind(step.after().constraints());
        Set<String> kinds = new LinkedHashSet<>(before.keySet());
        kinds.addAll(after.keySet());
        List<ConstraintChange> changes = new ArrayList<>();
        for (String kind : kinds) {
            changes.add(new ConstraintChange(
                    before.getOrDefault(kind, Bounds.NONE), after.getOrDefault(kind, Bounds.NONE)));
        }
        return changes;
    }

    /** Returns whether old values may be refused by new programs. */
    boolean tighter() {
        return before.exceeds(after);
    }

    /** Returns whether new values may be refused by old programs. */
    boolean looser() {
        return after.exceeds(before);
    }

    /** Returns a clause such as {@code has @length(..5), it had @length(..9)}. */
    String text() {
        return "has " + text(after) + ", it had " + text(before);
    }

    private static String text(Bounds bounds) {
        return bounds.text().isEmpty() ? "no such constraint" : ValueText.cut(bounds.text());
    }
}
