package io.rpcidl.idl.diagnostic;

import io.rpcidl.idl.source.Position;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;

/**
 * The line of a span as it is printed, with carets below. A span of several lines is marked to the end of its first.
 *
 * @param text the line, tabs expanded, cut where it is too long
 * @param carets spaces and carets, so that they stand under the span
 */
record Excerpt(String text, String carets) {

    /** How many characters of a line are shown before and behind the start of the span. */
    private static final int BEFORE = 120;

    private static final int BEHIND = 120;
    private static final String CUT = "...";

    static Excerpt of(Span span) {
        SourceFile file = span.file();
        Position start = span.startPosition();
        String line = file.line(start.line());
        int lineStart = line.offsetByCodePoints(0, Math.min(start.column() - 1, line.codePointCount(0, line.length())));
        int from = boundary(line, Math.max(0, lineStart - BEFORE));
        int to = boundary(line, Math.min(line.length(), lineStart + BEHIND));
        int end = Math.min(to, lineStart + span.end() - span.start());
        StringBuilder text = new StringBuilder(from > 0 ? CUT : "");
        int left = append(text, line, from, lineStart, text.length());
        int right = append(text, line, lineStart, Math.max(end, lineStart), left);
        append(text, line, Math.max(end, lineStart), to, right);
        if (to < line.length()) {
            text.append(CUT);
        }
        return new Excerpt(text.toString().stripTrailing(), " ".repeat(left) + "^".repeat(Math.max(1, right - left)));
    }

    /** Moves an offset that lies within a surrogate pair to its start. */
    private static int boundary(String line, int offset) {
        boolean inPair = offset > 0
                && offset < line.length()
                && Character.isSurrogatePair(line.charAt(offset - 1), line.charAt(offset));
        return inPair ? offset - 1 : offset;
    }

    /** Appends a part of the line as it is shown and returns the column behind it. */
    private static int append(StringBuilder out, String line, int from, int to, int column) {
        int reached = column;
        for (int i = from; i < to; ) {
            int codePoint = line.codePointAt(i);
            String shown = DisplayText.shown(codePoint, reached);
            out.append(shown);
            reached += DisplayText.width(shown);
            i += Character.charCount(codePoint);
        }
        return reached;
    }
}
