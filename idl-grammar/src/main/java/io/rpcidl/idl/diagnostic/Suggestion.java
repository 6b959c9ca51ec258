package io.rpcidl.idl.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what an author may have meant: the candidate nearest in edit distance (Damerau's, with neighbours swapped), if it
 * is near enough.
 */
public final class Suggestion {

    /** Longer names are typed by machines, and would cost too much to compare. */
    private static final int LONGEST = 64;

    /** How many candidates of about the right length are compared. */
    private static final int CANDIDATES = 2_000;

    private Suggestion() {}

    /** Returns {@code did you mean 'x'?}, or nothing if no candidate is near. */
    public static Optional<String> among(Collection<String> candidates, String written) {
        return among(candidates.stream(), written);
    }

    /** Returns {@code did you mean 'x'?}, or nothing if no candidate is near; reads no more of the stream than it must. */
    public static Optional<String> among(Stream<String> candidates, String written) {
        return nearest(candidates, written).map(found -> "did you mean '" + found + "'?");
    }

    /** Returns the nearest candidate; of two equally near the first by name, so that the order does not matter. */
    public static Optional<String> nearest(Stream<String> candidates, String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        int allowed = Math.max(1, written.length() / 3);
        String lower = written.toLowerCase(Locale.ROOT);
        return candidates
                .filter(each -> !each.equals(written) && Math.abs(each.length() - written.length()) <= allowed)
                .limit(CANDIDATES)
                .map(each -> new Scored(each, distance(each.toLowerCase(Locale.ROOT), lower)))
                .filter(each -> each.distance <= allowed && each.distance < written.length())
                .min(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
                .map(Scored::name);
    }

    private record Scored(String name, int distance) {}

    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, i, j, a.charAt(i - 1) == b.charAt(j - 1));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, int i, int j, boolean same) {
        int replaced = d[i - 1][j - 1] + (same ? 0 : 1);
        return Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    }
}
