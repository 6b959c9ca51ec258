package io.rpcidl.idl.format;

import io.rpcidl.idl.parser.Word;
import java.util.ArrayList;
import java.util.List;

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
        Gap gap = gap();
        if (gap.size() == 0) {
            space(space);
            return;
        }
        for (int i = 0; i < gap.size(); i++) {
            if (gap.newline(i)) {
                ops.add(Op.CONTINUATION);
            } else {
                space(standsApart(gap, i));
            }
            ops.add(Op.comment(CommentText.of(gap.comment(i))));
        }
        if (gap.newline(gap.size())) {
            ops.add(Op.CONTINUATION);
        } else {
            space(!Spacing.isEnding(words.get(cursor)));
        }
    }

    /** The next word stands on the same line if the group fits. */
    void breakable(Op.Kind kind, String flat) {
        Gap gap = gap();
        gap.detachDocs();
        if (gap.size() > 0 && gap.hasNewline()) {
            gap.removeBlanks();
            lines(gap, false);
            return;
        }
        ops.add(lineBreak(gap, kind, flat));
        for (int i = 0; i < gap.size(); i++) {
            ops.add(Op.comment(CommentText.of(gap.comment(i))));
            space(true);
        }
    }

    /** The next word ends an indented list, and stands on the same line if the group fits. */
    void breakableEnd(Op.Kind kind) {
        Gap gap = gap();
        gap.detachDocs();
        if (gap.size() > 0 && gap.hasNewline()) {
            gap.removeBlanks();
            gap.addNewline(gap.size());
            lines(gap, true);
            return;
        }
        for (int i = 0; i < gap.size(); i++) {
            space(standsApart(gap, i));
            ops.add(Op.trailingComment(CommentText.of(gap.comment(i))));
        }
        dedent();
        ops.add(lineBreak(gap, kind, ""));
    }

    /** The next word begins a line; comments of one line with it go with it. */
    void line(Blanks blanks) {
        Gap gap = gap();
        gap.detachDocs();
        if (!gap.hasNewline() || cursor == 0) {
            gap.addNewline(0);
        }
        if (blanks == Blanks.NONE) {
            gap.removeBlanks();
        } else if (cursor == 0 || isBehindBracket()) {
            gap.removeBlank(gap.firstNewline());
        }
        if (blanks == Blanks.NEEDED) {
            gap.ensureBlank();
        }
        lines(gap, false);
    }

    /** The next word begins a line, and ends what stands on the lines before it. */
    void lineEnd(boolean indented) {
        Gap gap = gap();
        gap.detachDocs();
        gap.addNewline(gap.size());
        if (cursor == 0 || isBehindBracket()) {
            gap.addNewline(0);
            gap.removeBlank(0);
        }
        gap.removeBlank(gap.size());
        lines(gap, indented);
    }

    /** Sets a gap with at least one new line. */
    private void lines(Gap gap, boolean indented) {
        int first = gap.firstNewline();
        for (int i = 0; i <= gap.size(); i++) {
            if (i == gap.size() && indented) {
                dedent();
            }
            if (gap.newline(i)) {
                newline(cursor == 0 && i == 0, gap.blank(i));
            } else {
                space(standsApart(gap, i));
            }
            if (i < gap.size()) {
                String text = CommentText.of(gap.comment(i));
                ops.add(i < first ? Op.trailingComment(text) : Op.comment(text));
            }
        }
    }

    private void newline(boolean isStart, boolean blank) {
        if (!isStart) {
            ops.add(blank ? Op.BLANK_LINE : Op.NEWLINE);
        }
    }

    private void space(boolean wanted) {
        if (wanted) {
            ops.add(Op.SPACE);
        }
    }

    /** A comment must not change which breaks count, as the next time it may stand behind the end of a line. */
    private static Op lineBreak(Gap gap, Op.Kind kind, String flat) {
        boolean strong = kind == Op.Kind.WEAK_BREAK && gap.size() > 0;
        return new Op(strong ? Op.Kind.BREAK : kind, flat, flat.length());
    }

    /** Returns whether a space stands before what follows on the same line: a comment clings to its bracket. */
    private boolean standsApart(Gap gap, int index) {
        return index > 0 || !isBehindBracket() || words.get(cursor - 1).is("{") || gap.isLineComment(index);
    }

    private boolean isBehindBracket() {
        return cursor > 0 && Spacing.isOpening(words.get(cursor - 1));
    }

    private Gap gap() {
        spaced = true;
        return new Gap(cursor == 0 ? 0 : words.get(cursor - 1).span().end(), words.get(cursor));
    }
}
