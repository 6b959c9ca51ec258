package io.rpcidl.runtime.wire;

import io.rpcidl.json.Bytes;
import io.rpcidl.json.FieldNames;
import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.ErrorDetails;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import java.nio.charset.StandardCharsets;

/** A failed call's status as JSON. A stranger's error may be anything; it is kept as the message. */
final class StatusJson {

    private static final FieldNames NAMES = FieldNames.of("code", "message", "type", "details", "processed");
    private static final int MAX_STRANGE_MESSAGE = 1_000;

    private StatusJson() {}

    static void write(JsonWriter out, Status status) {
        out.beginObject();
        out.name(NAMES, 0).string(status.code().name());
        out.name(NAMES, 1).string(paired(status.message()));
        ErrorDetails details = status.details();
        if (details != null) {
            out.name(NAMES, 2).string(details.type());
            byte[] json = details.json().toByteArray();
            out.name(NAMES, 3).raw(json, 0, json.length);
        }
        out.name(NAMES, 4)
                .string(
                        switch (status.processed()) {
                            case NO -> "no";
                            case MAYBE -> "maybe";
                            case YES -> "yes";
                        });
        out.endObject();
    }

    static Status read(JsonReader in) {
        if (!in.nextIsObject()) {
            String text = new String(in.rawValue(), StandardCharsets.UTF_8);
            String shown = text.substring(0, Math.min(text.length(), MAX_STRANGE_MESSAGE));
            return Status.maybeProcessed(StatusCode.UNKNOWN, shown);
        }
        StatusCode code = StatusCode.UNKNOWN;
        String message = "";
        String type = null;
        Bytes details = Bytes.of((byte) '{', (byte) '}');
        Processed processed = Processed.MAYBE;
        long seen = 0;
        for (int field = in.firstField(NAMES); field >= 0; field = in.nextField(NAMES, field)) {
            seen = in.once(NAMES, seen, field);
            switch (field) {
                case 0 -> code = StatusCode.named(text(in));
                case 1 -> message = text(in);
                case 2 -> type = in.tryNull() ? null : text(in);
                case 3 -> details = Bytes.of(in.rawValue());
                default -> processed = processed(text(in));
            }
        }
        return new Status(code, message, processed, type == null ? null : new ErrorDetails(type, details));
    }

    /** A message may hold anything that code has put into it, halves of characters too, and must be sent all the same. */
    private static String paired(String message) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(message)
                ? message
                : new String(message.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String text(JsonReader in) {
        return in.nextIsString() ? in.string() : new String(in.rawValue(), StandardCharsets.UTF_8);
    }

    private static Processed processed(String text) {
        if ("no".equals(text)) {
            return Processed.NO;
        }
        return "yes".equals(text) ? Processed.YES : Processed.MAYBE;
    }
}
