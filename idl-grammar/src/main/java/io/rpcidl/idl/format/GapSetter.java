package io.rpcidl.idl.format;

import io.rpcidl.idl.format.Typesetter.Blanks;
import java.util.List;

/**
 * Puts what stands between two words into a document. However a gap is set, its author's choices can be read off the
 * result again, and lead to the same result.
 */
final class GapSetter {

    private final List<Op> ops;

    GapSetter(List<Op> ops) {
        this.ops = ops;
    }

    void inline(Gap gap, boolean space) {
        if (gap.size() == 0) {
            space(space);
            return;
        }
        for (int i = 0; i < gap.size(); i++) {
            if (gap.newline(i)) {
                ops.add(Op.CONTINUATION);
            } else {
                space(gap.standsApart(i));
            }
            ops.add(Op.comment(CommentText.of(gap.comment(i))));
        }
        if (gap.newline(gap.size())) {
            ops.add(Op.CONTINUATION);
        } else {
            space(!gap.isBeforeEnd());
        }
    }

    void breakable(Gap gap, Op.Kind kind, String flat) {
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

    void breakableEnd(Gap gap, Op.Kind kind) {
        gap.detachDocs();
        if (gap.size() > 0 && gap.hasNewline()) {
            gap.removeBlanks();
            gap.addNewline(gap.size());
            lines(gap, true);
            return;
        }
        for (int i = 0; i < gap.size(); i++) {
            space(gap.standsApart(i));
            ops.add(Op.trailingComment(CommentText.of(gap.comment(i))));
        }
        ops.add(Op.DEDENT);
        ops.add(lineBreak(gap, kind, ""));
    }

    void line(Gap gap, Blanks blanks) {
        gap.detachDocs();
        if (!gap.hasNewline() || gap.isStart()) {
            gap.addNewline(0);
        }
        if (blanks == Blanks.NONE) {
            gap.removeBlanks();
        } else if (gap.isStart() || gap.isBehindBracket()) {
            gap.removeBlank(gap.firstNewline());
        }
        if (blanks == Blanks.NEEDED) {
            gap.ensureBlank();
        }
        lines(gap, false);
    }

    void lineEnd(Gap gap, boolean indented) {
        gap.detachDocs();
        gap.addNewline(gap.size());
        if (gap.isStart() || gap.isBehindBracket()) {
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
                ops.add(Op.DEDENT);
            }
            if (gap.newline(i)) {
                newline(gap.isStart() && i == 0, gap.blank(i));
            } else {
                space(gap.standsApart(i));
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
}
