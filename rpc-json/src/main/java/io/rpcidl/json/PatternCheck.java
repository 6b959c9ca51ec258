package io.rpcidl.json;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code @pattern}: matches in one pass over the text, keeping all states at once, so that the time is at most the length
 * of the text times that of the pattern, whatever the two are; and of that there is a budget.
 */
final class PatternCheck implements Check<String> {

    /** How many times a state may be looked at for one text: some tenths of a second. */
    private static final int BUDGET = 20_000_000;

    private final String regexp;
    private final PatternProgram program;

    PatternCheck(String regexp) {
        this.regexp = regexp;
        this.program = PatternProgram.of(new PatternParser(regexp).parse());
    }

    @Override
    public void check(String value) {
        if (!matches(value)) {
            throw new ConstraintException("expected a text of the pattern " + regexp);
        }
    }

    private boolean matches(String text) {
        States now = new States(program.size());
        States next = new States(program.size());
        now.add(program, 0);
        int steps = 0;
        for (int at = 0; at < text.length() && now.size > 0; ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            next.clear();
            for (int i = 0; i < now.size; i++) {
                IntPredicate chars = program.chars(now.states[i]);
                if (chars != null && chars.test(c)) {
                    next.add(program, now.states[i] + 1);
                }
            }
            steps += now.size;
            if (steps > BUDGET) {
                throw new ConstraintException("the text is too long for the pattern " + regexp);
            }
            States swapped = now;
            now = next;
            next = swapped;
        }
        return now.has(program.size() - 1);
    }

    /** The places in the program where a match may stand, each once. */
    private static final class States {

        private final int[] states;
        private final boolean[] has;
        private int[] pending = new int[16];
        private int size;

        States(int most) {
            this.states = new int[most];
            this.has = new boolean[most];
        }

        boolean has(int state) {
            return has[state];
        }

        void clear() {
            for (int i = 0; i < size; i++) {
                has[states[i]] = false;
            }
            size = 0;
        }

        /** Adds a place and all that are reached from it without a character. */
        void add(PatternProgram program, int first) {
            int count = push(0, first);
            while (count > 0) {
                int state = pending[--count];
                if (!has[state]) {
                    has[state] = true;
                    states[size++] = state;
                    int @Nullable [] jumps = program.jumps(state);
                    for (int i = 0; jumps != null && i < jumps.length; i++) {
                        count = push(count, jumps[i]);
                    }
                }
            }
        }

        private int push(int count, int state) {
            if (count == pending.length) {
                pending = Arrays.copyOf(pending, count * 2);
            }
            pending[count] = state;
            return count + 1;
        }
    }
}
