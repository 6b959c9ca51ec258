package io.rpcidl.idl.pattern;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Some of all code points: those of ranges and of general categories, or all others.
 *
 * @param ranges both ends inclusive, in the order of the pattern
 * @param categories the categories, as bits numbered as {@link Character#getType(int)} does
 */
record CharacterSet(List<Range> ranges, int categories, boolean negated, int[] ends) {

    /** A stretch of code points, both ends inclusive. */
    record Range(int from, int to) {}

    /** RFC 9485, section 5: every character but the two that end lines. */
    static final CharacterSet DOT = of(List.of(new Range('\n', '\n'), new Range('\r', '\r')), 0, true);

    static CharacterSet of(int character) {
        return of(List.of(new Range(character, character)), 0, false);
    }

    static CharacterSet of(List<Range> ranges, int categories, boolean negated) {
        return new CharacterSet(List.copyOf(ranges), categories, negated, ends(ranges));
    }

    /** Returns the ranges in order without overlap, each as its first and last code point, to search in. */
    private static int[] ends(List<Range> ranges) {
        List<Range> sorted =
                ranges.stream().sorted(Comparator.comparingInt(Range::from)).toList();
        int[] ends = new int[2 * sorted.size()];
        int count = 0;
        for (Range each : sorted) {
            if (count > 0 && each.from <= ends[count - 1] + 1) {
                ends[count - 1] = Math.max(ends[count - 1], each.to);
            } else {
                ends[count++] = each.from;
                ends[count++] = each.to;
            }
        }
        return Arrays.copyOf(ends, count);
    }

    boolean contains(int character) {
        boolean listed = (categories >> Character.getType(character) & 1) != 0 || inRanges(character);
        return listed != negated;
    }

    private boolean inRanges(int character) {
        int found = Arrays.binarySearch(ends, character);
        // Between a first and its last one: the insertion point is odd.
        return found >= 0 || (-found - 1) % 2 == 1;
    }

    /** Returns the one character that this is, or -1. */
    int single() {
        boolean single = !negated && categories == 0 && ranges.size() == 1;
        return single && ranges.get(0).from == ranges.get(0).to ? ranges.get(0).from : -1;
    }
}
