package io.rpcidl.idl.parser;

import io.rpcidl.idl.source.Span;
import java.util.Objects;

/**
 * A comment as it is written.
 *
 * @param span from its first character to its last; the end of a line is not part of it
 */
public record Comment(Kind kind, Span span) {

    /** What kinds of comments there are. */
    public enum Kind {
        /** Up to the end of the line. */
        LINE,
        /** Between two marks, and no documentation. */
        BLOCK,
        /** Documentation of what follows. */
        DOC
    }

    /** Checks that nothing is null. */
    public Comment {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(span, "span");
    }

    /** Returns the whole comment with its marks. */
    public String text() {
        return span.file().text().substring(span.start(), span.end());
    }

    /**
     * Returns what a line of a doc comment says: without the white space, the star and the one space that it begins with,
     * and without white space at its end. This is how the compiler reads it.
     */
    public static String withoutMargin(String line) {
        String stripped = line.stripLeading();
        if (stripped.startsWith("*")) {
            stripped = stripped.substring(1);
            stripped = stripped.startsWith(" ") ? stripped.substring(1) : stripped;
        }
        return stripped.stripTrailing();
    }
}
