package io.rpcidl.runtime.wire;

import io.rpcidl.runtime.json.FieldNames;
import io.rpcidl.runtime.json.JsonException;
import io.rpcidl.runtime.json.JsonLimits;
import io.rpcidl.runtime.json.JsonReader;
import java.util.Arrays;

/**
 * Reads one message: first its header, then, perhaps on another thread, its body. Written in the usual order it is read
 * in one pass; a body that comes first is passed over and read afterwards.
 */
public final class MessageReader {

    static final FieldNames NAMES = FieldNames.of("header", "body");
    static final FieldNames BODY = FieldNames.of("params", "result", "error", "item", "items");

    static final int PARAMS = 0;
    static final int RESULT = 1;
    static final int ERROR = 2;
    static final int ITEM = 3;
    static final int ITEMS = 4;

    private static final int HEADER_FIELD = 0;
    private static final int BODY_FIELD = 1;
    private static final byte[] NO_BODY = {'{', '}'};

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final JsonReader in;
    private final HeaderReader headerReader = new HeaderReader();
    private final JsonLimits limits;
    private int bodyStart = -1;
    private boolean bodyIsNext; // and what follows it has not been looked at

    /** Makes a reader of one message as the framer found it. */
    public MessageReader(byte[] bytes, int from, int to, JsonLimits limits) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.in = new JsonReader(bytes, from, to, limits);
        this.limits = limits;
    }

    /** Reads the header. Fails with {@link JsonException}; {@link #headerSoFar} may then know whose message it was. */
    public Header header() {
        Header header = null;
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

    /** Returns a reader of the same message, as far as its header, that keeps nothing else of what came with it. */
    MessageReader alone() {
        if (to - from == bytes.length) {
            return this;
        }
        MessageReader copy = new MessageReader(Arrays.copyOfRange(bytes, from, to), 0, to - from, limits);
        copy.bodyStart = bodyStart < 0 ? -1 : bodyStart - from;
        copy.bodyIsNext = bodyIsNext;
        return copy;
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

    /** Returns a reader that stands at the body; an empty object where there is none. */
    JsonReader body() {
        if (bodyStart < 0) {
            return new JsonReader(NO_BODY, 0, NO_BODY.length, limits);
        }
        in.position(bodyStart);
        return in;
    }

    /** Checks what stands behind the body, once that is read. */
    void end() {
        if (!bodyIsNext) {
            return;
        }
        long seen = 1L << HEADER_FIELD | 1L << BODY_FIELD;
        for (int field = in.nextField(NAMES, BODY_FIELD); field >= 0; field = in.nextField(NAMES, field)) {
            in.once(NAMES, seen, field);
        }
        in.end();
    }
}
