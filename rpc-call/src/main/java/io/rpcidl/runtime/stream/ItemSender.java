package io.rpcidl.runtime.stream;

import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.wire.Header;
import io.rpcidl.runtime.wire.ItemsMessage;
import io.rpcidl.runtime.wire.MessageWriter;
import io.rpcidl.transport.Connection;
import io.rpcidl.transport.GrowingMessage;
import org.jspecify.annotations.Nullable;

/**
 * Writes and sends the items of a stream, one to a message; or, where they come faster than they leave, small ones together in
 * a message that grows until it leaves. For one thread at a time.
 */
public final class ItemSender {

    /** An item that goes with others is no longer than this: a message of its own costs a longer one little. */
    private static final int SMALL = 512;

    private final MessageWriter messages;
    private final Header request;
    private @Nullable JsonWriter item; // what is to go with others, once there is such
    private @Nullable JsonWriter alone; // a whole message
    private int last; // bytes of the item that was written last
    private int around; // bytes of a message around an item, once they are asked for
    private @Nullable ItemsMessage open; // the last message that was sent, if it may take more

    /**
     * Makes a sender of one stream's items.
     *
     * @param request names the request that has opened the stream
     */
    public ItemSender(MessageWriter messages, Header request) {
        this.messages = messages;
        this.request = request;
    }

    /**
     * Writes an item, which can then be sent.
     *
     * @param metadata goes with the first item, which goes by itself
     * @param together whether the item may go with those that were sent before, for they wait to leave
     * @return how many bytes it has
     * @throws JsonException over a limit
     */
    public int write(Payload payload, Metadata metadata, boolean together) {
        alone = null;
        if (!together || last > SMALL || !writeSmall(payload)) {
            alone = messages.item(request, metadata, payload);
            last = alone.length() <= SMALL ? alone.length() : alone.length() - around();
        }
        return last;
    }

    /** Returns whether the item may go with others: one that is nested too deep for it may go alone. */
    private boolean writeSmall(Payload payload) {
        JsonWriter out = item == null ? messages.item() : item;
        item = null; // if it is too long, as much room is not kept
        out.truncate(0);
        try {
            payload.writeTo(out);
        } catch (JsonException e) {
            if (e.kind() == JsonException.Kind.LIMIT) {
                return false;
            }
            throw e;
        }
        item = out;
        last = out.length();
        return true;
    }

    private int around() {
        if (around == 0) {
            around = messages.item(request, messages.item()).length();
        }
        return around;
    }

    /**
     * Sends the item that was written; returns how many bytes more are sent for it.
     *
     * @throws JsonException if the message is over a limit
     */
    public int send(Connection connection) {
        if (alone == null && last <= SMALL) {
            int more = open == null ? 0 : open.add(item);
            if (more > 0) {
                return more;
            }
            ItemsMessage next = messages.items(request);
            if (next.add(item) > 0) {
                int length = next.length();
                open = next;
                connection.send(new Growing(next));
                return length;
            }
        }
        JsonWriter message = alone;
        if (message == null) {
            message = messages.item(request, item);
            item = null;
        }
        open = null; // what follows must not overtake this one
        alone = null;
        connection.send(message.array(), message.length());
        return message.length();
    }

    /** A message on its way; what it holds is not kept longer than that. */
    private static final class Growing implements GrowingMessage {

        private final ItemsMessage message;
        private @Nullable JsonWriter finished;

        Growing(ItemsMessage message) {
            this.message = message;
        }

        @Override
        public void finish() {
            finished = message.finish();
        }

        @Override
        public byte[] bytes() {
            return finished.array();
        }

        @Override
        public int length() {
            return finished.length();
        }
    }
}
