package io.rpcidl.runtime.wire;

import io.rpcidl.json.JsonWriter;

/** A message of several items, which takes more of them until it leaves. Safe for any number of threads. */
public final class ItemsMessage {

    /** What such a message may have, so that a hostile one does not have more made of it. */
    static final int MOST_ITEMS = 1_024;

    private static final String END = "]}}\n";

    private final JsonWriter out;
    private final int most;
    private final MessageSizes.Size size;
    private int count;
    private boolean finished;

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

    /** Adds an item; returns how many bytes longer that makes it, or 0 if it does not take the item. */
    public synchronized int add(JsonWriter item) {
        int before = out.length();
        if (finished || count == MOST_ITEMS || before + 1 + item.length() + END.length() > most) {
            return 0;
        }
        count++;
        out.element().raw(item.array(), 0, item.length());
        return out.length() - before;
    }

    /** Ends it: from here on it takes no item. */
    public synchronized void finish() {
        finished = true;
        out.endArray();
        MessageWriter.endMessage(out);
        size.was(out.length());
    }

    /** Returns the array that holds it, once it is finished. */
    public byte[] bytes() {
        return out.array();
    }

    /** Returns how many bytes it has, or will have if nothing is added. */
    public synchronized int length() {
        return finished ? out.length() : out.length() + END.length();
    }
}
