package io.rpcidl.runtime.wire;

import io.rpcidl.json.FieldNames;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonLimits;
import io.rpcidl.json.JsonReader;
import io.rpcidl.runtime.Payload;
import java.util.Arrays;
import java.util.List;

/**
 * Reads one message: first its header, then, perhaps on another thread, its body. Written in the usual order it is read
 * in one pass; a body that comes first is passed over and read afterwards. A connection keeps one for all its messages.
 */
public final class MessageReader extends MessageBody {

    static final FieldNames BODY = FieldNames.of("params", "result", "error", "item", "items");

    static final int PARAMS = 0;
    static final int RESULT = 1;
    static final int ERROR = 2;
    static final int ITEM = 3;
    static final int ITEMS = 4;

    private final KnownNames known; // of the connection
    private final HeaderReader headerReader;
    private byte[] bytes = NONE;
    private int from;
    private int to;
    private volatile int turn; // odd: somebody holds it, to read its body later, perhaps on another thread

    /** Makes a reader that stands at no message. */
    public MessageReader(JsonLimits limits) {
        this(limits, new KnownNames());
    }

    private MessageReader(JsonLimits limits, KnownNames known) {
        super(limits, new JsonReader(NONE, 0, 0, limits), -1, false);
        this.known = known;
        this.headerReader = new HeaderReader(known);
    }

    /** Returns a reader of one message as the framer found it: this one, or another while somebody holds this one. */
    public MessageReader next(byte[] bytes, int from, int to) {
        return (turn % 2 != 0 ? new MessageReader(limits, known) : this).at(bytes, from, to);
    }

    private MessageReader at(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        in.reset(bytes, from, to);
        return this;
    }

    /** Lets go of the message, which no idle connection shall keep, unless somebody holds it. */
    public void rest() {
        if (turn % 2 == 0) {
            at(NONE, 0, 0);
        }
    }

    /** Holds the message for one who reads its body later, and returns what shows that it is still his. */
    int hold() {
        return ++turn;
    }

    /** Refuses to read a message again: the connection may have gone on to another. */
    void check(int held) {
        if (held != turn) {
            throw new IllegalStateException("a message is read once");
        }
    }

    void release() {
        at(NONE, 0, 0);
        turn++;
    }

    /** Reads the header. Fails with {@link JsonException}; {@link #headerSoFar} may then know whose message it was. */
    public Header header() {
        Header header = null;
        headerReader.reset();
        bodyStart = -1;
        bodyIsNext = false;
        long seen = 0;
        for (int field = in.firstField(NAMES); field >= 0; field = in.nextField(NAMES, field)) {
            seen = in.once(NAMES, seen, field);
            if (field == HEADER_FIELD) {
                header = headerReader.read(in);
            } else {
                bodyStart = in.position();
                if (header != null) {
                    bodyIsNext = true;
                    return header;
                }
                in.skipValue();
            }
        }
        if (header == null) {
            throw in.missing(NAMES, HEADER_FIELD);
        }
        in.end();
        return header;
    }

    /** Returns the body of a message, to be read later: it keeps nothing else of what came with it. */
    MessageBody alone() {
        byte[] own = to - from == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to);
        JsonReader reader = new JsonReader(own, 0, own.length, limits);
        return new MessageBody(limits, reader, bodyStart < 0 ? -1 : bodyStart - from, bodyIsNext);
    }

    /** Takes apart the items at which a reader of this message stands. */
    List<Payload> pieces(JsonReader reader, Runnable onBroken) {
        return ItemsReader.read(reader, bytes, to, limits, onBroken);
    }

    /** Returns what is known of the header when the rest is broken. */
    public Header headerSoFar() {
        return headerReader.soFar();
    }

    /** Reads the header of a message that was cut: what is known of it. */
    public Header headerAsFarAsItGoes() {
        try {
            return header();
        } catch (JsonException e) {
            return headerSoFar();
        }
    }

    /** Reads the body, and what follows, without looking at it: so that broken JSON is noticed. */
    public void check() {
        body().skipValue();
        end();
    }
}
