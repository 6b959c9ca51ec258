package io.rpcidl.idl.parser;

import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Objects;

/**
 * A name, a keyword, a number, a string or a punctuation mark; or, as a file's last word, its end, which is empty.
 *
 * @param span where it stands
 * @param comments those between the word before and this one, in their order
 */
public record Word(Span span, List<Comment> comments) implements Syntax {

    /** Checks that the span is there and copies the list. */
    public Word {
        Objects.requireNonNull(span, "span");
        comments = List.copyOf(comments);
    }

    /** Returns the word itself. */
    public String text() {
        return span.file().text().substring(span.start(), span.end());
    }

    /** Returns whether the word is just this, such as {@code ";"}. */
    public boolean is(String text) {
        return span.end() - span.start() == text.length() && span.file().text().startsWith(text, span.start());
    }
}
