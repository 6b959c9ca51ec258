package io.rpcidl.runtime.wire;

import io.rpcidl.json.JsonWriter;
import io.rpcidl.transport.GrowingMessage;

/** A message of several items, which takes more of them until it leaves. Safe for any number of threads. */
final class ItemsMessage implements GrowingMessage {

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
    synchronized int add(JsonWriter item) {
        int before = out.length();
        if (finished || count == MOST_ITEMS || before + 1 + item.length() + END.length() > most) {
            return 0;
        }
        count++;
        out.element().raw(item.array(), 0, item.length());
        return out.length() - before;
    }

    @Override
    public synchronized void finish() {
        finished = true;
        out.endArray();
        MessageWriter.endMessage(out);
        size.was(out.length());
    }

    @Override
    public byte[] bytes() {
        return out.array();
    }

    /** Returns how long it will be if nothing is added. */
    synchronized int wholeLength() {
        return finished ? out.length() : out.length() + END.length();
    }

    @Override
    public synchronized int length() {
        return out.length();
    }
}
