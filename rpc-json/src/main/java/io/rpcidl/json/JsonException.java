package io.rpcidl.json;

import java.io.Serial;

/**
 * A text that is not JSON, is JSON of another shape than expected, or is over a limit. The message names the place by a
 * JSON pointer (RFC 6901) and never repeats more than a few characters of the text.
 */
public final class JsonException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** What is wrong, in three kinds that are answered differently. */
    public enum Kind {
        /** Not JSON. Where it happened on a connection nothing behind it can be trusted. */
        SYNTAX,
        /** JSON, but not of the expected shape. */
        SHAPE,
        /** Over a limit of size, depth or length. */
        LIMIT
    }

    private final Kind kind;

    JsonException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Returns what kind of mistake it is. */
    public Kind kind() {
        return kind;
    }
}
