package io.rpcidl.idl.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Prints documents one after the other: a group on one line if it fits, else each of its breaks is the end of a line. */
final class Printer {

    /** How many code points a line has at most, where that can be helped. */
    static final int LINE_WIDTH = 120;

    private static final int STEP = 2;

    private final StringBuilder out = new StringBuilder();
    private final Deque<Boolean> fits = new ArrayDeque<>();
    private int indent;
    /** The indentation of the line that is being printed. */
    private int lineIndent;

    private int column;

    String text() {
        return out.toString();
    }

    void print(List<Op> ops) {
        Measures measures = new Measures(ops);
        for (int i = 0; i < ops.size(); i++) {
            Op op = ops.get(i);
            switch (op.kind()) {
                case TEXT -> append(op.text());
                case COMMENT -> appendLines(op.text());
                case BREAK, WEAK_BREAK -> breakUnless(fits(), op);
                case FILL_BREAK ->
                    breakUnless(fits() || measures.piecesFit(i + 1, LINE_WIDTH - column - op.width()), op);
                case NEWLINE -> newline(indent);
                case BLANK_LINE -> {
                    out.append('\n');
                    newline(indent);
                }
                case CONTINUATION -> newline(indent + STEP);
                case OPEN -> fits.push(fits() || measures.groupFits(i, LINE_WIDTH - column));
                case CLOSE -> fits.pop();
                case INDENT -> indent += STEP;
                case DEDENT -> indent -= STEP;
                case TRAILING_COMMA -> append(fits() ? "" : op.text());
            }
        }
    }

    private boolean fits() {
        return !fits.isEmpty() && fits.peek();
    }

    private void breakUnless(boolean fit, Op op) {
        if (fit) {
            append(op.text());
        } else {
            newline(indent);
        }
    }

    private void append(String text) {
        if (column == 0 && !text.isEmpty()) {
            out.append(" ".repeat(lineIndent));
            column = lineIndent;
        }
        out.append(text);
        column += text.codePointCount(0, text.length());
    }

    /** Prints a comment; lines that begin with a star are set below that of the first one. */
    private void appendLines(String text) {
        boolean starred = CommentText.isStarred(text);
        boolean first = true;
        for (String line : text.split("\n", -1)) {
            if (!first) {
                newline(starred ? lineIndent : 0);
            }
            append(line);
            first = false;
        }
    }

    private void newline(int nextIndent) {
        out.append('\n');
        lineIndent = nextIndent;
        column = 0;
    }
}
