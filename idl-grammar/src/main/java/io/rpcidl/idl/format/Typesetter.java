package io.rpcidl.idl.format;

import io.rpcidl.idl.parser.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the words of a file into a document one after the other, each with the comments before it. What stands between two
 * words is said before the second one, or else {@link Spacing} knows.
 */
final class Typesetter {

    /** What blank lines there are between two words on lines of their own. */
    enum Blanks {
        NONE,
        /** Those of the author, at most one in a row. */
        KEPT,
        /** At least one. */
        NEEDED
    }

    private final List<Word> words;
    private final List<Op> ops = new ArrayList<>();
    private final GapSetter gaps = new GapSetter(ops);
    private int cursor;
    private boolean spaced = true;

    Typesetter(List<Word> words) {
        this.words = words;
    }

    /** Returns what was set since the last call. */
    List<Op> takeDocument() {
        List<Op> taken = List.copyOf(ops);
        ops.clear();
        return taken;
    }

    void word() {
        if (!spaced) {
            inline(Spacing.between(words.get(cursor - 1), words.get(cursor)));
        }
        ops.add(Op.text(words.get(cursor).text()));
        cursor++;
        spaced = false;
    }

    /** Passes over a comma that closes a list; {@link #trailingComma} sets it again if need be. */
    void skipWord() {
        cursor++;
        spaced = false;
    }

    void open() {
        ops.add(Op.OPEN);
    }

    void close() {
        ops.add(Op.CLOSE);
    }

    void indent() {
        ops.add(Op.INDENT);
    }

    void dedent() {
        ops.add(Op.DEDENT);
    }

    void trailingComma() {
        ops.add(Op.TRAILING_COMMA);
    }

    /** The next word stands on the same line, unless the author put a line comment between. */
    void inline(boolean space) {
        gaps.inline(gap(), space);
    }

    /** The next word stands on the same line if the group fits. */
    void breakable(Op.Kind kind, String flat) {
        gaps.breakable(gap(), kind, flat);
    }

    /** The next word ends an indented list, and stands on the same line if the group fits. */
    void breakableEnd(Op.Kind kind) {
        gaps.breakableEnd(gap(), kind);
    }

    /** The next word begins a line; comments of one line with it go with it. */
    void line(Blanks blanks) {
        gaps.line(gap(), blanks);
    }

    /** The next word begins a line, and ends what stands on the lines before it. */
    void lineEnd(boolean indented) {
        gaps.lineEnd(gap(), indented);
    }

    private Gap gap() {
        spaced = true;
        return new Gap(Optional.ofNullable(cursor == 0 ? null : words.get(cursor - 1)), words.get(cursor));
    }
}
