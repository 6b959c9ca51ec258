package benchmark.load;

import java.util.OptionalInt;

/** How large a message may be on both sides, where what is measured needs more than a peer's own limit. */
public final class MessageLimit {

    private static final String PROPERTY = "load.limit";

    private MessageLimit() {}

    /** Returns it in bytes, or nothing if peers are to keep their own. */
    public static OptionalInt raised() {
        Integer bytes = Integer.getInteger(PROPERTY);
        return bytes == null ? OptionalInt.empty() : OptionalInt.of(bytes);
    }
}
