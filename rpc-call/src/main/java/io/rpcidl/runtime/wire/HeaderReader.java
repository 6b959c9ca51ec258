package io.rpcidl.runtime.wire;

import io.rpcidl.json.FieldNames;
import io.rpcidl.json.JsonReader;
import io.rpcidl.runtime.Metadata;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads headers, of requests or of replies, one after the other; on one thread. */
final class HeaderReader {

    static final FieldNames NAMES = FieldNames.of(
            "request_id",
            "service_name",
            "method_name",
            "kind",
            "timeout_ms",
            "metadata",
            "offer",
            "accept",
            "retry_after_ms");
    static final FieldNames VERSIONS = FieldNames.of("wire", "deflate");

    static final int REQUEST_ID = 0;
    static final int SERVICE_NAME = 1;
    static final int METHOD_NAME = 2;
    static final int KIND = 3;
    static final int TIMEOUT_MS = 4;
    static final int METADATA = 5;
    static final int OFFER = 6;
    static final int ACCEPT = 7;
    static final int RETRY_AFTER_MS = 8;

    static final int WIRE = 0;
    static final int DEFLATE = 1;

    static final int MAX_BYTES = 16 * 1024;

    private final KnownNames known;
    private @Nullable RequestId id;
    private @Nullable String service;
    private @Nullable String method;
    private String kind = "";
    private long timeoutMillis;
    private Metadata metadata = Metadata.EMPTY;
    private long retryAfterMillis;
    private boolean offers;
    private boolean accepts;
    private boolean deflate;

    HeaderReader(KnownNames known) {
        this.known = known;
    }

    /** Forgets the header that was read last. */
    void reset() {
        id = null;
        service = null;
        method = null;
        kind = "";
        timeoutMillis = 0;
        metadata = Metadata.EMPTY;
        retryAfterMillis = 0;
        offers = false;
        accepts = false;
        deflate = false;
    }

    Header read(JsonReader in) {
        int start = in.position();
        long seen = 0;
        for (int field = in.firstField(NAMES); field >= 0; field = in.nextField(NAMES, field)) {
            seen = in.once(NAMES, seen, field);
            read(in, field);
            checkLength(in, start);
        }
        checkLength(in, start); // unknown members at the end
        boolean call = kind.isEmpty() || kind.equals(Header.ONEWAY);
        if (call && service == null) {
            throw in.missing(NAMES, SERVICE_NAME);
        }
        if (call && method == null) {
            throw in.missing(NAMES, METHOD_NAME);
        }
        return soFar();
    }

    private static void checkLength(JsonReader in, int start) {
        if (in.position() - start > MAX_BYTES) {
            throw in.limit("header longer than " + MAX_BYTES + " bytes");
        }
    }

    /** Returns what was read: where the rest is broken, an error can still name the request. */
    Header soFar() {
        return new Header(
                id,
                service == null ? "" : service,
                method == null ? "" : method,
                kind,
                timeoutMillis,
                metadata,
                retryAfterMillis,
                offers,
                accepts,
                deflate);
    }

    private void read(JsonReader in, int field) {
        switch (field) {
            case REQUEST_ID -> id = RequestId.read(in);
            case SERVICE_NAME -> service = in.tryNull() ? null : known.service(in);
            case METHOD_NAME -> method = in.tryNull() ? null : known.method(in);
            case KIND -> kind = in.tryNull() ? "" : in.string();
            case TIMEOUT_MS -> timeoutMillis = in.tryNull() ? 0 : time(in, "timeout_ms");
            case METADATA -> metadata = in.tryNull() ? Metadata.EMPTY : metadata(in);
            case RETRY_AFTER_MS -> retryAfterMillis = in.tryNull() ? 0 : time(in, "retry_after_ms");
            case OFFER -> offers = version(in);
            case ACCEPT -> accepts = version(in);
            default -> throw new IllegalStateException("no header field " + field);
        }
    }

    private static long time(JsonReader in, String name) {
        long millis = in.int64();
        if (millis < 1 || millis > Header.LONGEST_TIMEOUT_MILLIS) {
            throw in.shape(name + " not in 1 to " + Header.LONGEST_TIMEOUT_MILLIS);
        }
        return millis;
    }

    private static Metadata metadata(JsonReader in) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String key = in.firstKey(); key != null; key = in.nextKey()) {
            if (entries.containsKey(key)) {
                throw in.shape("duplicate key");
            }
            entries.put(key, in.string());
            if (entries.size() > Metadata.MAX_ENTRIES) {
                throw in.limit("metadata of more than " + Metadata.MAX_ENTRIES + " entries");
            }
        }
        try {
            return Metadata.of(entries);
        } catch (IllegalArgumentException e) {
            throw in.shape(String.valueOf(e.getMessage()));
        }
    }

    /** Reads an offer or an acceptance; what is not an object with a version we know is ignored, for strangers' sake. */
    private boolean version(JsonReader in) {
        if (!in.nextIsObject()) {
            in.skipValue();
            return false;
        }
        boolean known = false;
        for (int field = in.firstField(VERSIONS); field >= 0; field = in.nextField(VERSIONS, field)) {
            boolean version = isVersion(in.rawValue());
            known |= field == WIRE && version;
            deflate |= field == DEFLATE && version;
        }
        return known;
    }

    /** Whoever speaks a later version speaks ours too, until both sides have accepted more. */
    private static boolean isVersion(byte[] json) {
        return json.length < 10 && json[0] >= '1' && json[0] <= '9';
    }
}
