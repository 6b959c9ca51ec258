package io.rpcidl.runtime.wire;

import io.rpcidl.json.Codec;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonReader;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of a stream's messages, whose header was read: items when they are asked for, the others at once. All fail with {@link JsonException}. */
public final class StreamReader {

    private StreamReader() {}

    /**
     * Returns the items of a message of one or of several; none of one that is of another kind. Each is read when somebody asks for
     * it, which may be later: so they are kept apart from the packet that they came in.
     *
     * @param onBroken is run, on the thread that reads it, if one turns out to be no JSON
     */
    public static List<Payload> items(Header header, MessageReader message, Runnable onBroken) {
        return switch (header.kind()) {
            case Header.ITEM -> List.of(new Item(message.alone(), onBroken));
            case Header.ITEMS -> several(message, onBroken);
            default -> List.of();
        };
    }

    private static List<Payload> several(MessageReader message, Runnable onBroken) {
        List<Payload> items = read(message, MessageReader.ITEMS, in -> message.pieces(in, onBroken));
        if (items == null) {
            throw message.body().missing(MessageReader.BODY, MessageReader.ITEMS);
        }
        return items;
    }

    /** Reads the body of an end: the error that ended the stream, or null. */
    public static @Nullable Status end(MessageReader message) {
        return read(message, MessageReader.ERROR, StatusJson::read);
    }

    /** Reads the body of a credit: how many items more may be sent, 0 or more. */
    public static int credit(MessageReader message) {
        Integer items = read(message, MessageReader.ITEMS, StreamReader::count);
        return items == null ? 0 : items;
    }

    private static int count(JsonReader in) {
        int items = in.int32();
        if (items < 0) {
            throw in.shape("items below 0");
        }
        return items;
    }

    /** Reads one member of a body and passes over the others; null if it is not there. */
    static <T> @Nullable T read(MessageBody message, int wanted, Read<T> read) {
        JsonReader in = message.body();
        T value = null;
        long seen = 0;
        for (int field = in.firstField(MessageReader.BODY);
                field >= 0;
                field = in.nextField(MessageReader.BODY, field)) {
            seen = in.once(MessageReader.BODY, seen, field);
            if (field == wanted) {
                value = in.tryNull() ? null : read.from(in);
            } else {
                in.skipValue();
            }
        }
        message.end();
        return value;
    }

    interface Read<T> {
        T from(JsonReader in);
    }

    private static final class Item extends LateJson {

        private final MessageBody message;

        Item(MessageBody message, Runnable onBroken) {
            super(onBroken);
            this.message = message;
        }

        @Override
        <T> T read(Codec<T> codec) {
            T value = StreamReader.read(message, MessageReader.ITEM, codec::read);
            if (value == null) {
                throw message.body().missing(MessageReader.BODY, MessageReader.ITEM);
            }
            return value;
        }
    }
}
