package io.rpcidl.idl.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How wide the groups of a document are, found in one pass, so that printing takes linear time. */
final class Measures {

    private final int[] width;
    private final int[] lineEnds;
    private final int[] tail;
    private final int[] close;

    Measures(List<Op> ops) {
        int size = ops.size();
        width = new int[size + 1];
        lineEnds = new int[size + 1];
        tail = new int[size + 1];
        close = new int[size + 1];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < size; i++) {
            Op op = ops.get(i);
            width[i + 1] = width[i] + op.width();
            lineEnds[i + 1] = lineEnds[i] + (op.endsLine() ? 1 : 0);
            if (op.kind() == Op.Kind.OPEN) {
                open.push(i);
            } else if (op.kind() == Op.Kind.CLOSE) {
                close[open.pop()] = i;
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            Op op = ops.get(i);
            // Behind a group that fits there is the comma of the one around it, which then does not.
            int own = op.kind() == Op.Kind.TRAILING_COMMA ? 1 : op.width();
            tail[i] = op.mayEndLine() ? 0 : own + tail[i + 1];
        }
    }

    /** Returns whether the group that opens at an index fits into what is left of a line, and what follows it too. */
    boolean groupFits(int open, int room) {
        int end = close[open];
        return lineEnds[end] == lineEnds[open] && width[end] - width[open] + tail[end] <= room;
    }

    /** Returns whether everything between an index and the next break fits into what is left of a line. */
    boolean piecesFit(int from, int room) {
        return tail[from] <= room;
    }
}
