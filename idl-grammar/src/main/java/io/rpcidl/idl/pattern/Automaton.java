package io.rpcidl.idl.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A pattern as a list of instructions, after K. Thompson: all ways through it are followed at the same time. */
final class Automaton {

    /** An instruction: take a character and go on behind it, or go on at one or two others; or the end. */
    private static final class Instruction {

        private final CharacterSet set;
        private int first;
        private int second = -1;

        private Instruction(CharacterSet set, int first) {
            this.set = set;
            this.first = first;
        }
    }

    private final List<Instruction> instructions = new ArrayList<>();

    private Automaton() {}

    static Automaton of(PatternNode root) {
        Automaton automaton = new Automaton();
        automaton.add(root);
        automaton.jump(-1);
        return automaton;
    }

    private void add(PatternNode node) {
        if (node instanceof PatternNode.One one) {
            instructions.add(new Instruction(one.set(), instructions.size() + 1));
        } else if (node instanceof PatternNode.Sequence sequence) {
            sequence.parts().forEach(this::add);
        } else if (node instanceof PatternNode.Choice choice) {
            addChoice(choice);
        } else if (node instanceof PatternNode.Repeat repeat) {
            addRepeat(repeat);
        }
    }

    private void addChoice(PatternNode.Choice choice) {
        List<Instruction> ends = new ArrayList<>();
        int last = choice.parts().size() - 1;
        for (int i = 0; i < last; i++) {
            Instruction split = jump(instructions.size() + 1);
            add(choice.parts().get(i));
            ends.add(jump(-1));
            split.second = instructions.size();
        }
        add(choice.parts().get(last));
        ends.forEach(end -> end.first = instructions.size());
    }

    private void addRepeat(PatternNode.Repeat repeat) {
        for (int i = 0; i < repeat.min(); i++) {
            add(repeat.part());
        }
        if (repeat.max() == PatternNode.UNBOUNDED) {
            int start = instructions.size();
            Instruction split = jump(start + 1);
            add(repeat.part());
            jump(start);
            split.second = instructions.size();
            return;
        }
        List<Instruction> splits = new ArrayList<>();
        for (int i = repeat.min(); i < repeat.max(); i++) {
            splits.add(jump(instructions.size() + 1));
            add(repeat.part());
        }
        splits.forEach(split -> split.second = instructions.size());
    }

    private Instruction jump(int to) {
        Instruction jump = new Instruction(null, to);
        instructions.add(jump);
        return jump;
    }

    Optional<Boolean> matches(String text, StepBudget budget) {
        Run run = new Run(budget);
        run.enter(0);
        for (int i = 0; i < text.length() && run.alive(); ) {
            int character = text.codePointAt(i);
            run.read(character);
            i += Character.charCount(character);
        }
        return run.exhausted ? Optional.empty() : Optional.of(run.atEnd());
    }

    /** The places in the instructions where one match is. */
    private final class Run {

        private final StepBudget budget;
        private final int[] seen = new int[instructions.size()];
        private int round = 1;
        private int[] here = new int[instructions.size()];
        private int count;
        private int[] next = new int[instructions.size()];
        private int nextCount;
        private final int[] open = new int[2 * instructions.size()];
        private boolean exhausted;

        private Run(StepBudget budget) {
            this.budget = budget;
        }

        private boolean alive() {
            return count > 0 && !exhausted;
        }

        private boolean atEnd() {
            for (int i = 0; i < count; i++) {
                if (here[i] == instructions.size() - 1) {
                    return true;
                }
            }
            return false;
        }

        private void enter(int start) {
            follow(start);
            swap();
        }

        private void read(int character) {
            for (int i = 0; i < count && !exhausted; i++) {
                Instruction instruction = instructions.get(here[i]);
                if (instruction.set != null && instruction.set.contains(character)) {
                    follow(instruction.first);
                }
            }
            swap();
        }

        private void swap() {
            int[] old = here;
            here = next;
            count = nextCount;
            next = old;
            nextCount = 0;
            round++;
        }

        /** Goes on until a character is needed; each place is entered once a round. */
        private void follow(int start) {
            int depth = 0;
            open[depth++] = start;
            while (depth > 0) {
                int at = open[--depth];
                if (seen[at] == round) {
                    continue;
                }
                seen[at] = round;
                if (!budget.take(1)) {
                    exhausted = true;
                    return;
                }
                Instruction instruction = instructions.get(at);
                boolean end = at == instructions.size() - 1;
                if (end || instruction.set != null) {
                    next[nextCount++] = at;
                    continue;
                }
                open[depth++] = instruction.first;
                if (instruction.second >= 0) {
                    open[depth++] = instruction.second;
                }
            }
        }
    }
}
