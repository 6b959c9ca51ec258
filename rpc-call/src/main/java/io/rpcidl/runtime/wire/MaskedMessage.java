package io.rpcidl.runtime.wire;

import io.rpcidl.json.Codec;
import io.rpcidl.json.Codecs;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonLimits;
import io.rpcidl.json.JsonReader;
import io.rpcidl.runtime.ErrorCodec;
import io.rpcidl.runtime.MethodDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message for people: its bytes as they are, but for what may be a secret, in whose place stands {@code "***"}: values that
 * the contract calls sensitive, those that it does not know, and metadata. Of what is no JSON nothing is shown. One for each
 * message.
 */
public final class MaskedMessage {

    /** What came, or was written, is within the limits of its connection. */
    private static final JsonLimits LIMITS = new JsonLimits(Integer.MAX_VALUE, 1_000);

    private static final Set<String> HEADER = Set.of(
            "request_id", "service_name", "method_name", "kind", "timeout_ms", "offer", "accept", "retry_after_ms");

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final Set<String> shownMetadata;
    private final BitSet hidden = new BitSet();
    private String service = "";
    private String method = "";
    private int body = -1;

    /**
     * Reads a stretch of an array as far as its header. Fails with {@link JsonException}, whose message is not for a log.
     *
     * @param shownMetadata keys of metadata that are no secret
     */
    public MaskedMessage(byte[] bytes, int from, int to, Set<String> shownMetadata) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.shownMetadata = shownMetadata;
        JsonReader in = reader(from, to);
        for (String key = in.firstKey(); key != null; key = in.nextKey()) {
            if (key.equals("header")) {
                header(in);
            } else if (key.equals("body") && body < 0) {
                body = in.position();
                in.skipValue();
            } else {
                hide(in);
            }
        }
    }

    /** Returns the name of its service; empty if it has none. */
    public String service() {
        return service;
    }

    /** Returns the name of its method; empty if it has none. */
    public String method() {
        return method;
    }

    private void header(JsonReader in) {
        for (String key = in.firstKey(); key != null; key = in.nextKey()) {
            if (key.equals("service_name") && in.nextIsString()) {
                service = in.string();
            } else if (key.equals("method_name") && in.nextIsString()) {
                method = in.string();
            } else if (key.equals("metadata") && in.nextIsObject()) {
                skip(in, shownMetadata);
            } else if (HEADER.contains(key)) {
                in.skipValue();
            } else {
                hide(in);
            }
        }
    }

    /** Passes an object, of which only some members are shown. */
    private void skip(JsonReader in, Set<String> shown) {
        for (String key = in.firstKey(); key != null; key = in.nextKey()) {
            if (shown.contains(key)) {
                in.skipValue();
            } else {
                hide(in);
            }
        }
    }

    /**
     * Returns the text. Fails with {@link JsonException}.
     *
     * @param known the method that it names, or null if nothing is known of it
     * @param fromCaller whether the caller sends it, and not the server
     */
    public String text(@Nullable MethodDescriptor<?, ?> known, boolean fromCaller) {
        if (body >= 0) {
            JsonReader in = reader(body, to);
            for (String key = in.firstKey(); key != null; key = in.nextKey()) {
                switch (key) {
                    case "params" -> value(in, known == null ? null : known.params());
                    case "result" -> value(in, known == null ? null : known.result());
                    case "item" -> // the caller's are in no descriptor
                        value(in, known == null || fromCaller ? null : known.result());
                    case "items" -> items(in, known == null || fromCaller ? null : known.result());
                    case "error" -> error(in, known);
                    default -> hide(in);
                }
            }
        }
        return text();
    }

    /** How many more may be sent, or items, as {@code item} is one. */
    private void items(JsonReader in, @Nullable Codec<?> codec) {
        if (!in.nextIsArray()) {
            value(in, Codecs.INT32);
            return;
        }
        for (boolean more = in.firstElement(); more; more = in.nextElement()) {
            value(in, codec);
        }
    }

    private void error(JsonReader in, @Nullable MethodDescriptor<?, ?> known) {
        if (!in.nextIsObject()) {
            hide(in);
            return;
        }
        int details = -1;
        String type = "";
        for (String key = in.firstKey(); key != null; key = in.nextKey()) {
            if (key.equals("type") && in.nextIsString()) {
                type = in.string();
            } else if (key.equals("details") && details < 0) {
                details = in.position();
                in.skipValue();
            } else if (key.equals("code") || key.equals("message") || key.equals("processed")) {
                in.skipValue();
            } else {
                hide(in);
            }
        }
        if (details >= 0) {
            value(reader(details, to), known == null ? null : codec(known, type));
        }
    }

    private static @Nullable Codec<?> codec(MethodDescriptor<?, ?> method, String type) {
        for (ErrorCodec<?> error : method.errors()) {
            if (error.type().equals(type)) {
                return error;
            }
        }
        return null;
    }

    /** Has a codec say what of a value is hidden; all of it is where there is none, or the value is not what it should be. */
    private void value(JsonReader in, @Nullable Codec<?> codec) {
        int start = in.position();
        in.skipValue();
        BitSet marks = new BitSet();
        JsonReader value = reader(start, in.position());
        value.markHidden(marks);
        try {
            Objects.requireNonNull(codec).read(value);
            hidden.or(marks);
        } catch (RuntimeException e) { // it is not what the contract says, or a codec's bug
            hidden.set(start, in.position());
        }
    }

    private void hide(JsonReader in) {
        int start = in.position();
        in.skipValue();
        hidden.set(start, in.position());
    }

    private JsonReader reader(int start, int end) {
        return new JsonReader(bytes, start, end, LIMITS);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int at = from; at < to; ) {
            int secret = hidden.nextSetBit(at);
            int shown = secret < 0 ? to : secret;
            text.append(new String(bytes, at, shown - at, StandardCharsets.UTF_8));
            at = shown;
            if (at < to) {
                text.append("\"***\"");
                at = hidden.nextClearBit(at);
            }
        }
        return text.toString().strip();
    }
}
