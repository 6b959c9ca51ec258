package io.rpcidl.runtime.wire;

import io.rpcidl.json.FieldNames;
import io.rpcidl.json.JsonLimits;
import io.rpcidl.json.JsonReader;

/** The body of a message whose header was read, and what stands behind it. */
sealed class MessageBody permits MessageReader {

    static final FieldNames NAMES = FieldNames.of("header", "body");

    static final int HEADER_FIELD = 0;
    static final int BODY_FIELD = 1;
    static final byte[] NONE = {'{', '}'};

    final JsonLimits limits;
    final JsonReader in;
    int bodyStart; // below 0 where there is none
    boolean bodyIsNext; // and what follows it has not been looked at

    /** Makes a body that stands at a place of a text; its limits are those of the reader. */
    MessageBody(JsonLimits limits, JsonReader in, int bodyStart, boolean bodyIsNext) {
        this.limits = limits;
        this.in = in;
        this.bodyStart = bodyStart;
        this.bodyIsNext = bodyIsNext;
    }

    /** Returns a reader that stands at the body; an empty object where there is none. */
    final JsonReader body() {
        if (bodyStart < 0) {
            return new JsonReader(NONE, 0, NONE.length, limits);
        }
        in.position(bodyStart);
        return in;
    }

    /** Checks what stands behind the body, once that is read. */
    final void end() {
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
