package io.rpcidl.runtime.wire;

import io.rpcidl.json.Codec;
import io.rpcidl.json.Elements;
import io.rpcidl.json.JsonLimits;
import io.rpcidl.json.JsonReader;
import io.rpcidl.runtime.Payload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes a message of several items apart: each is read when somebody asks for it, as one that came by itself. */
final class ItemsReader {

    private static final int MOST_BYTES = 64 << 10;

    private ItemsReader() {}

    /**
     * Takes apart the array at which a reader stands, and passes it.
     *
     * @param text what the reader reads
     * @param end where that ends
     * @param onBroken is run, on the thread that reads it, if an item turns out to be no JSON
     */
    static List<Payload> read(JsonReader in, byte[] text, int end, JsonLimits limits, Runnable onBroken) {
        List<Payload> items = new ArrayList<>();
        if (!in.firstElement()) {
            return items;
        }
        int from = in.position();
        if (end - from > MOST_BYTES) {
            throw in.shape("a message of several items longer than " + MOST_BYTES + " bytes");
        }
        byte[] own = Arrays.copyOfRange(text, from, end); // nothing else of the packet is kept for them
        JsonLimits inside = ItemsMessage.inside(limits);
        int behind = -1;
        do {
            int start = behind + 1;
            behind = Elements.end(own, start, own.length);
            if (behind < 0 || items.size() == ItemsMessage.MOST_ITEMS) {
                throw in.shape("no array of items, or more of them than " + ItemsMessage.MOST_ITEMS);
            }
            items.add(new Piece(own, start, behind, inside, onBroken));
        } while (own[behind] == ',');
        in.position(from + behind);
        in.nextElement(); // there is none
        return items;
    }

    private static final class Piece extends LateJson {

        private final byte[] text;
        private final int from;
        private final int to;
        private final JsonLimits limits;

        Piece(byte[] text, int from, int to, JsonLimits limits, Runnable onBroken) {
            super(onBroken);
            this.text = text;
            this.from = from;
            this.to = to;
            this.limits = limits;
        }

        @Override
        <T> T read(Codec<T> codec) {
            JsonReader in = new JsonReader(text, from, to, limits);
            if (in.tryNull()) {
                throw in.shape("null in place of an item");
            }
            T value = codec.read(in);
            in.end();
            return value;
        }
    }
}
