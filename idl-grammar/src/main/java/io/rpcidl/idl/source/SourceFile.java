package io.rpcidl.idl.source;

import java.util.Arrays;
import java.util.Objects;

/** One contract as text, with the name that diagnostics print for it. Immutable. */
public final class SourceFile {

    private final String name;
    private final String path;
    private final String text;
    private int[] lineStarts = {}; // found when first asked for, by whichever thread: all find the same

    /**
     * Makes a source from text that was already read.
     *
     * @param name what diagnostics call the file, usually its path
     * @param text the whole text, line ends as they were
     */
    public SourceFile(String name, String text) {
        this(name, name, text);
    }

    /**
     * Makes a source that stands below a root.
     *
     * @param name what diagnostics call the file
     * @param path where it stands below the root, with {@code /} on every system
     * @param text the whole text, line ends as they were
     */
    public SourceFile(String name, String path, String text) {
        this.name = Objects.requireNonNull(name, "name");
        this.path = Objects.requireNonNull(path, "path");
        this.text = Objects.requireNonNull(text, "text");
    }

    /** Returns the name that diagnostics print. */
    public String name() {
        return name;
    }

    /** Returns where the file stands below its root, and so in jars; the name if it has no root. */
    public String path() {
        return path;
    }

    /** Returns the whole text. */
    public String text() {
        return text;
    }

    /** Returns the line and column of an offset between 0 and the length of the text. */
    public Position position(int offset) {
        int[] starts = lineStarts();
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, text.codePointCount(starts[line], offset) + 1);
    }

    /** Returns a line's text without its end; 1 is the first line. */
    public String line(int line) {
        int[] starts = lineStarts();
        int start = starts[line - 1];
        int end = line < starts.length ? starts[line] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return name;
    }

    private int[] lineStarts() {
        if (lineStarts.length == 0) {
            lineStarts = lineStarts(text);
        }
        return lineStarts;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
