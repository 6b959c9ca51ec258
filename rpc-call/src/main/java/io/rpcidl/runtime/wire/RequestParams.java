package io.rpcidl.runtime.wire;

import io.rpcidl.json.Codec;
import io.rpcidl.json.JsonReader;
import java.nio.charset.StandardCharsets;

/** The parameters of a request that was read as far as its header. Where they are missing they are empty. */
public final class RequestParams extends LateJson {

    /** What is read where parameters are missing, at its place in a message: so a mistake has one. */
    private static final byte[] NONE = "{\"body\":{\"params\":{}}}".getBytes(StandardCharsets.US_ASCII);

    private static final int NONE_START = 18;

    private final MessageReader message;
    private final int turn;

    /**
     * Makes the parameters of a message whose header was read.
     *
     * @param onBroken is run, on the thread that reads them, if they turn out to be no JSON
     */
    public RequestParams(MessageReader message, Runnable onBroken) {
        super(onBroken);
        this.message = message;
        this.turn = message.hold();
    }

    @Override
    public <T> T readWith(Codec<T> codec) {
        message.check(turn);
        try {
            return super.readWith(codec);
        } finally {
            message.release();
        }
    }

    @Override
    <T> T read(Codec<T> codec) {
        T value = StreamReader.read(message, MessageReader.PARAMS, codec::read);
        return value != null ? value : codec.read(none());
    }

    private static JsonReader none() {
        JsonReader in = new JsonReader(NONE);
        in.position(NONE_START);
        return in;
    }
}
