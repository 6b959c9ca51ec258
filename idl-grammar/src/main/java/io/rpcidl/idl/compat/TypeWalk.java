package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Goes through two types side by side, as deep as they are containers of the same kind. Types may share parts, through
 * aliases: each pair of parts is visited once.
 */
final class TypeWalk {

    private final Newtypes before;
    private final Newtypes after;
    private final TypePairs pairs;

    TypeWalk(Newtypes before, Newtypes after, TypePairs pairs) {
        this.before = before;
        this.after = after;
        this.pairs = pairs;
    }

    /** Returns the places of both types, the outermost first. */
    List<TypeStep> steps(TypeRef old, TypeRef now) {
        List<TypeStep> steps = new ArrayList<>();
        Deque<Parts> open = new ArrayDeque<>(List.of(new Parts(old, now)));
        Set<Parts> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            Parts parts = open.pop();
            TypeStep step = step(parts, steps.isEmpty());
            steps.add(step);
            for (Parts each : inner(step)) {
                if (seen.add(each)) {
                    open.push(each);
                }
            }
        }
        return steps;
    }

    private TypeStep step(Parts parts, boolean outermost) {
        TypeLayers old = TypeLayers.of(parts.before);
        TypeLayers now = TypeLayers.of(parts.after);
        boolean bothNamed =
                old.core() instanceof TypeRef.Named a && now.core() instanceof TypeRef.Named b && pairs.same(a, b);
        if (bothNamed || !(before.has(old.core()) || after.has(now.core()))) {
            return new TypeStep(old, now, outermost, false);
        }
        return new TypeStep(before.open(old), after.open(now), outermost, true);
    }

    private static List<Parts> inner(TypeStep step) {
        TypeRef a = step.before().core();
        TypeRef b = step.after().core();
        if (a instanceof TypeRef.ListOf old && b instanceof TypeRef.ListOf now) {
            return List.of(new Parts(old.element(), now.element()));
        }
        if (a instanceof TypeRef.SetOf old && b instanceof TypeRef.SetOf now) {
            return List.of(new Parts(old.element(), now.element()));
        }
        if (a instanceof TypeRef.MapOf old && b instanceof TypeRef.MapOf now) {
            return List.of(new Parts(old.value(), now.value()), new Parts(old.key(), now.key()));
        }
        return List.of();
    }

    /** Two parts, equal to other pairs of the very same objects. */
    private record Parts(TypeRef before, TypeRef after) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Parts parts && parts.before == before && parts.after == after;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(before) + System.identityHashCode(after);
        }
    }
}
