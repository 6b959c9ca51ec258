package io.rpcidl.idl.source;

import java.util.Objects;

/**
 * A stretch of one source file: where a declaration, a name or a mistake stands.
 *
 * @param file the file it lies in
 * @param start offset of its first character, in UTF-16 units from the start of the text
 * @param end offset behind its last character; equal to {@code start} where it marks a point
 */
public record Span(SourceFile file, int start, int end) {

    /** Checks that the span lies within its file. */
    public Span {
        Objects.requireNonNull(file, "file");
        if (start < 0 || end < start || end > file.text().length()) {
            throw new IllegalArgumentException("span " + start + ".." + end + " outside " + file.name() + " of "
                    + file.text().length());
        }
    }

    /** Returns where the span starts. */
    public Position startPosition() {
        return file.position(start);
    }

    /** Returns {@code file:line:column}, the form that editors and terminals turn into a link. */
    @Override
    public String toString() {
        Position position = startPosition();
        return file.name() + ":" + position.line() + ":" + position.column();
    }
}
