package io.rpcidl.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A pattern as steps: each takes a character and goes on to the next step, or goes on elsewhere without one. */
final class PatternProgram {

    /** How many steps a pattern may have; a bounded repetition has those of what it repeats as often. */
    private static final int MOST = 40_000;

    /** What a pattern is made of. */
    sealed interface Node {

        /** One character. */
        record Chars(IntPredicate test) implements Node {}

        /** One behind the other. */
        record Sequence(List<Node> parts) implements Node {}

        /** One of these. */
        record Choice(List<Node> branches) implements Node {}

        /** A repetition; {@code max} is -1 for any number. */
        record Repeat(Node part, int min, int max) implements Node {}
    }

    private record Step(@Nullable IntPredicate chars, int @Nullable [] jumps) {}

    private final List<Step> steps = new ArrayList<>();

    private PatternProgram() {}

    static PatternProgram of(Node node) {
        PatternProgram program = new PatternProgram();
        program.compile(node);
        program.step(null, null); // the last step is the end
        return program;
    }

    int size() {
        return steps.size();
    }

    @Nullable
    IntPredicate chars(int step) {
        return steps.get(step).chars;
    }

    int @Nullable [] jumps(int step) {
        return steps.get(step).jumps;
    }

    private void compile(Node node) {
        if (node instanceof Node.Chars chars) {
            step(chars.test(), null);
        } else if (node instanceof Node.Sequence sequence) {
            sequence.parts().forEach(this::compile);
        } else if (node instanceof Node.Choice choice) {
            choice(choice.branches());
        } else if (node instanceof Node.Repeat repeat) {
            repeat(repeat);
        }
    }

    private void choice(List<Node> branches) {
        int[] starts = new int[branches.size()];
        step(null, starts);
        List<int[]> ends = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            starts[i] = steps.size();
            compile(branches.get(i));
            int[] end = new int[1];
            step(null, end);
            ends.add(end);
        }
        ends.forEach(end -> end[0] = steps.size());
    }

    private void repeat(Node.Repeat repeat) {
        for (int i = 0; i < repeat.min(); i++) {
            compile(repeat.part());
        }
        if (repeat.max() < 0) {
            int start = steps.size();
            int[] inOrOut = {start + 1, 0};
            step(null, inOrOut);
            compile(repeat.part());
            step(null, new int[] {start});
            inOrOut[1] = steps.size();
            return;
        }
        List<int[]> exits = new ArrayList<>();
        for (int i = repeat.min(); i < repeat.max(); i++) {
            int[] inOrOut = {steps.size() + 1, 0};
            step(null, inOrOut);
            compile(repeat.part());
            exits.add(inOrOut);
        }
        exits.forEach(exit -> exit[1] = steps.size());
    }

    private void step(@Nullable IntPredicate chars, int @Nullable [] jumps) {
        if (steps.size() == MOST) {
            throw new IllegalArgumentException("a pattern of more than " + MOST + " steps");
        }
        steps.add(new Step(chars, jumps));
    }
}
