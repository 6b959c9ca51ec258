package io.rpcidl.runtime.wire;

import io.rpcidl.json.Codec;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonLimits;
import io.rpcidl.json.JsonReader;
import io.rpcidl.runtime.ErrorCodec;
import io.rpcidl.runtime.MethodDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A message for people: its bytes as they are, but for what may be a secret, in whose place stands {@code "***"}: values that
 * the contract calls sensitive, those that it does not know, and metadata that proves who calls. What is no JSON is not shown.
 * One for each message.
 */
public final class MaskedMessage {

    private static final Set<String> SECRET =
            Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key");

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final boolean fromCaller;
    private final BiFunction<String, String, @Nullable MethodDescriptor<?, ?>> methods;
    private final BitSet hidden = new BitSet();
    private String service = "";
    private String method = "";

    /**
     * Makes one of a stretch of an array.
     *
     * @param fromCaller whether the caller sends it, and not the server
     * @param methods finds a method by the names of service and method on the wire; null if it is not known
     */
    public MaskedMessage(
            byte[] bytes,
            int from,
            int to,
            boolean fromCaller,
            BiFunction<String, String, @Nullable MethodDescriptor<?, ?>> methods) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.fromCaller = fromCaller;
        this.methods = methods;
    }

    /** Returns the name of its service; empty if it has none, or before it was read. */
    public String service() {
        return service;
    }

    /** Returns the text. */
    public String read() {
        try {
            int body = -1;
            JsonReader in = reader(from, to);
            for (String key = in.firstKey(); key != null; key = in.nextKey()) {
                if (key.equals("header")) {
                    header(in);
                } else if (key.equals("body")) {
                    if (body >= 0) {
                        return (to - from) + " bytes that are no message: two bodies";
                    }
                    body = in.position();
                    in.skipValue();
                } else {
                    hide(in);
                }
            }
            if (body >= 0) {
                body(reader(body, to));
            }
            return text();
        } catch (JsonException e) {
            return (to - from) + " bytes that are no message: " + e.getMessage();
        }
    }

    private void header(JsonReader in) {
        for (String key = in.firstKey(); key != null; key = in.nextKey()) {
            switch (key) {
                case "service_name" -> service = in.tryNull() ? "" : in.string();
                case "method_name" -> method = in.tryNull() ? "" : in.string();
                case "metadata" -> metadata(in);
                default -> in.skipValue();
            }
        }
    }

    private void metadata(JsonReader in) {
        if (!in.nextIsObject()) {
            hide(in);
            return;
        }
        for (String key = in.firstKey(); key != null; key = in.nextKey()) {
            if (SECRET.contains(key.toLowerCase(Locale.ROOT))) {
                hide(in);
            } else {
                in.skipValue();
            }
        }
    }

    private void body(JsonReader in) {
        MethodDescriptor<?, ?> known = methods.apply(service, method);
        for (String key = in.firstKey(); key != null; key = in.nextKey()) {
            switch (key) {
                case "params" -> value(in, known == null ? null : known.params());
                case "result" -> value(in, known == null ? null : known.result());
                case "item" ->
                    value(in, known == null || fromCaller ? null : known.result()); // the caller's are in no descriptor
                case "error" -> error(in, known);
                case "items" -> in.skipValue();
                default -> hide(in);
            }
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
            details = key.equals("details") ? in.position() : details;
            if (key.equals("type") && in.nextIsString()) {
                type = in.string();
            } else {
                in.skipValue();
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
        if (codec == null) {
            hidden.set(start, in.position());
            return;
        }
        BitSet marks = new BitSet();
        JsonReader value = reader(start, in.position());
        value.markHidden(marks);
        try {
            codec.read(value);
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
        return new JsonReader(bytes, start, end, JsonLimits.DEFAULT);
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
