package io.rpcidl.json;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a set or a map of which somebody has chosen the elements, or the keys, so that their hashes are the same: each costs
 * a comparison with all before it, and 8,000 of them seconds. Those of one hash are found fast if they are {@link Comparable},
 * as strings are (the JDK's tables see to that), but few generated types are.
 */
final class Collisions {

    /** By chance there are a few: of the 262,144 points of a cube, eight. */
    private static final int MOST_OF_ONE_HASH = 128;

    private final Map<Integer, Integer> counts = new HashMap<>();

    private Collisions() {}

    /**
     * Takes account of an element, or key, that was just added to others.
     *
     * @param before what this returned for the one before, null for the first
     */
    static @Nullable Collisions count(@Nullable Collisions before, JsonReader in, Object element, Collection<?> all) {
        if (all.size() <= MOST_OF_ONE_HASH || isOrdered(element)) {
            return before;
        }
        if (before != null) {
            before.count(in, element);
            return before;
        }
        Collisions collisions = new Collisions();
        all.forEach(each -> collisions.count(in, each));
        return collisions;
    }

    /** A datetime is compared with other chronologies' too, which is not what the tables look for. */
    private static boolean isOrdered(Object element) {
        return element instanceof Comparable && !(element instanceof LocalDateTime);
    }

    private void count(JsonReader in, Object element) {
        if (counts.merge(element.hashCode(), 1, Integer::sum) > MOST_OF_ONE_HASH) {
            throw in.limit("more than " + MOST_OF_ONE_HASH + " elements of a set or keys of a map with the same hash");
        }
    }
}
