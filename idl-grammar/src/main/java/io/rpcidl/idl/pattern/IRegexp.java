package io.rpcidl.idl.pattern;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A pattern in I-Regexp, the subset of regular expressions that RFC 9485 defines: no back-references, no look-around, no
 * anchors, as it always matches a whole text. Immutable.
 *
 * <p>A pattern is as hostile as the contract that holds it, so it has at most {@value #LONGEST} characters, groups nest at
 * most {@value #DEEPEST} deep, a part is repeated at most {@value #REPEATS} times where a number says so, and all repetitions
 * written out have at most {@value #STATES} parts.
 */
public final class IRegexp {

    /** How many code points a pattern may have. */
    public static final int LONGEST = 1_000;

    /** How deep groups may nest. */
    public static final int DEEPEST = 50;

    /** The largest number in a quantifier. */
    public static final int REPEATS = 1_000;

    /** How many parts a pattern may have when its repetitions are written out. */
    public static final int STATES = 10_000;

    private final String text;
    private final PatternNode root;
    private final List<Integer> anchors;

    IRegexp(String text, PatternNode root, List<Integer> anchors) {
        this.text = text;
        this.root = root;
        this.anchors = List.copyOf(anchors);
    }

    /** Returns the pattern that a text is, or nothing, after its first mistake was passed on. */
    public static Optional<IRegexp> parse(String text, Consumer<PatternMistake> mistakes) {
        return PatternParser.parse(Objects.requireNonNull(text, "text"), mistakes);
    }

    /** Returns the pattern as it was written. */
    public String text() {
        return text;
    }

    /**
     * Returns where {@code ^} and {@code $} stand as ordinary characters without a backslash, in UTF-16 units: who wrote them
     * may have meant the ends of the text, which a pattern needs not name.
     */
    public List<Integer> bareAnchors() {
        return anchors;
    }

    /**
     * Returns whether the whole of a text matches, by trying all ways at once: it takes at most as many steps as the text has
     * characters, and one more, times the parts of the pattern.
     *
     * @param budget pays for each step
     * @return nothing if the budget was used up before the answer was known
     */
    public Optional<Boolean> matches(String candidate, StepBudget budget) {
        // Not kept, as it is much larger than the pattern, and there may be many patterns.
        return budget.take(root.cost()) ? Automaton.of(root).matches(candidate, budget) : Optional.empty();
    }

    PatternNode root() {
        return root;
    }

    @Override
    public String toString() {
        return text;
    }
}
