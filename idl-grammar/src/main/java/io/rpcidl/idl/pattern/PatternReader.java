package io.rpcidl.idl.pattern;

import java.util.Optional;

/** Reads the code points of a pattern, and gives up at its first mistake. */
final class PatternReader {

    /** Leaves the parser at a mistake; never leaves the package. */
    static final class Stop extends Exception {

        private static final long serialVersionUID = 1;

        private final transient PatternMistake mistake;

        private Stop(PatternMistake mistake) {
            super(mistake.message(), null, false, false);
            this.mistake = mistake;
        }

        PatternMistake mistake() {
            return mistake;
        }
    }

    /** What is read behind the end. */
    static final int END = -1;

    private final String text;
    private int at;

    PatternReader(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    boolean atEnd() {
        return at == text.length();
    }

    int peek() {
        return atEnd() ? END : text.codePointAt(at);
    }

    int read() {
        int character = peek();
        at += atEnd() ? 0 : Character.charCount(character);
        return character;
    }

    void skipAll() {
        at = text.length();
    }

    /** Takes a character if it stands here. */
    boolean take(char wanted) {
        boolean there = peek() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    /** Returns whether {@code \p} or {@code \P} stands here. */
    boolean startsCategory() {
        return text.startsWith("\\p", at) || text.startsWith("\\P", at);
    }

    /** Returns a mistake from an offset to here. */
    Stop stop(int from, String message) {
        return stop(from, message, null);
    }

    /** Returns a mistake from an offset to here, with what to write instead. */
    Stop stop(int from, String message, String help) {
        return new Stop(new PatternMistake(from, at - from, false, message, Optional.ofNullable(help)));
    }

    /** Returns a mistake about the next character, or about the end. */
    Stop stopHere(String message, String help) {
        int length = atEnd() ? 0 : Character.charCount(peek());
        return new Stop(new PatternMistake(at, length, false, message, Optional.ofNullable(help)));
    }

    /** Returns the mistake of something that is allowed, but not so much of it, from an offset to here. */
    Stop tooLarge(int from, String message) {
        return new Stop(new PatternMistake(from, at - from, true, message, Optional.empty()));
    }
}
