package io.rpcidl.runtime.wire;

import io.rpcidl.json.Codec;
import io.rpcidl.json.JsonReader;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;

/**
 * Reads the body of a reply: an error at once, for what happens next depends on it; a result only when somebody asks
 * for the value, on that caller's thread.
 */
public final class ReplyReader {

    private ReplyReader() {}

    /** Reads a reply whose header was read. Fails with {@link io.rpcidl.json.JsonException}. */
    public static Reply read(MessageReader message) {
        JsonReader in = message.body();
        int field = in.firstField(MessageReader.BODY);
        while (field == MessageReader.PARAMS) {
            in.skipValue();
            field = in.nextField(MessageReader.BODY, field);
        }
        if (field == MessageReader.RESULT) {
            return new Reply.Success(new Result(message, message.hold(), in));
        }
        if (field != MessageReader.ERROR) {
            return new Reply.Failure(
                    Status.processed(StatusCode.INTERNAL, "the reply has neither a result nor an error"));
        }
        Status status = StatusJson.read(in);
        end(message, in, field);
        return new Reply.Failure(status);
    }

    private static void end(MessageReader message, JsonReader in, int read) {
        long seen = 1L << MessageReader.RESULT | 1L << MessageReader.ERROR;
        for (int field = in.nextField(MessageReader.BODY, read);
                field >= 0;
                field = in.nextField(MessageReader.BODY, field)) {
            if (field != MessageReader.PARAMS) {
                in.once(MessageReader.BODY, seen, field);
            }
            in.skipValue();
        }
        message.end();
    }

    private record Result(MessageReader message, int turn, JsonReader in) implements Payload {

        @Override
        public <T> T readWith(Codec<T> codec) {
            message.check(turn);
            try {
                T value = codec.read(in);
                end(message, in, MessageReader.RESULT);
                return value;
            } finally {
                message.release();
            }
        }
    }
}
