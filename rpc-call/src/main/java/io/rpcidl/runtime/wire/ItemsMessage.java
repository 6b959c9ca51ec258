package io.rpcidl.runtime.wire;

import io.rpcidl.json.JsonLimits;
import io.rpcidl.json.JsonWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A message of several items, which takes more of them until it leaves. Safe for any number of threads. */
public final class ItemsMessage {

    /** What such a message may have, so that a hostile one does not have more made of it. */
    static final int MOST_ITEMS = 1_024;

    private static final int DEPTH = 3;
    private static final String END = "]}}\n";

    private @Nullable JsonWriter out; // until it is finished
    private final int most;
    private final MessageSizes.Size size;
    private int count;

    /**
     * Makes a message.
     *
     * @param begun what stands before the first item
     * @param most how many bytes it may have
     * @param size learns how many it has had
     */
    ItemsMessage(JsonWriter begun, int most, MessageSizes.Size size) {
        this.out = begun;
        this.most = most;
        this.size = size;
    }

    /** Returns the limits of an item in such a message, where it stands three levels deep. */
    static JsonLimits inside(JsonLimits limits) {
        return new JsonLimits(limits.maxBytes(), Math.max(1, limits.maxDepth() - DEPTH));
    }

    /** Adds an item; returns how many bytes longer that makes it, or 0 if it does not take the item. */
    public synchronized int add(JsonWriter item) {
        JsonWriter to = out;
        int before = to == null ? most : to.length();
        if (to == null || count == MOST_ITEMS || before + 1 + item.length() + END.length() > most) {
            return 0;
        }
        count++;
        to.element().raw(item.array(), 0, item.length());
        return to.length() - before;
    }

    /** Ends it, once, and returns it: from here on it takes no item. */
    public synchronized JsonWriter finish() {
        JsonWriter whole = Objects.requireNonNull(out, "finished already");
        out = null;
        whole.endArray();
        size.was(MessageWriter.endMessage(whole).length());
        return whole;
    }

    /** Returns how many bytes it would have if it ended now; 0 if it has. */
    public synchronized int length() {
        return out == null ? 0 : out.length() + END.length();
    }
}
