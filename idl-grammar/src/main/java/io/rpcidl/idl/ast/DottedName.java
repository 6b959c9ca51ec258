package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/** One or more words with dots between them. */
public record DottedName(List<Name> parts, Span span) implements Node {

    /** Copies the parts and checks that there is one. */
    public DottedName {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a name without parts at " + span);
        }
    }

    /** Returns the whole name, without the white space that may stand between its parts. */
    public String text() {
        return parts.size() == 1
                ? last().text()
                : parts.stream().map(Name::text).collect(Collectors.joining("."));
    }

    /** Returns the last part. */
    public Name last() {
        return parts.get(parts.size() - 1);
    }

    @Override
    public String toString() {
        return text();
    }
}
