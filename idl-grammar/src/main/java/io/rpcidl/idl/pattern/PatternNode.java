package io.rpcidl.idl.pattern;

import java.util.List;

/** A part of a pattern. */
sealed interface PatternNode {

    /** What stands for no upper end of a repetition. */
    int UNBOUNDED = -1;

    /** Returns how many instructions it takes to match this, at least 1. */
    long cost();

    /** One character out of some. */
    record One(CharacterSet set) implements PatternNode {
        @Override
        public long cost() {
            return 1;
        }
    }

    /** Parts one after the other, perhaps none. */
    record Sequence(List<PatternNode> parts) implements PatternNode {
        /** Copies the parts. */
        public Sequence {
            parts = List.copyOf(parts);
        }

        @Override
        public long cost() {
            return Math.max(1, parts.stream().mapToLong(PatternNode::cost).sum());
        }
    }

    /** One of at least two parts. */
    record Choice(List<PatternNode> parts) implements PatternNode {
        /** Copies the parts. */
        public Choice {
            parts = List.copyOf(parts);
        }

        @Override
        public long cost() {
            return parts.stream().mapToLong(part -> part.cost() + 1).sum();
        }
    }

    /** A part several times; {@code max} may be {@link #UNBOUNDED}. */
    record Repeat(PatternNode part, int min, int max) implements PatternNode {
        @Override
        public long cost() {
            long copies = max == UNBOUNDED ? min + 1L : Math.max(1, max);
            return copies * (part.cost() + 1);
        }
    }
}
