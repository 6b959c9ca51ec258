package io.rpcidl.runtime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a call belongs in a trace, as its caller says in the metadata {@code traceparent} (W3C Trace Context, version 00).
 * Handlers see it by {@link ServerCall#traceContext}, for their logs; the calls that they make carry it on.
 *
 * <pre>{@code
 * TraceContext context = ServerCall.current().traceContext(); // null if the caller says nothing
 * }</pre>
 *
 * @param traceId of the whole trace, 32 hexadecimal digits
 * @param parentId of the caller's part of it, 16 hexadecimal digits
 * @param sampled whether the caller may have recorded its part
 */
public record TraceContext(String traceId, String parentId, boolean sampled) {

    /** Under which it travels. */
    public static final String TRACEPARENT = "traceparent";

    /** Under which what is particular to a vendor travels beside it. */
    public static final String TRACESTATE = "tracestate";

    private static final int ROOM = 8; // for both, and for credentials
    private static final String ZEROS = "0".repeat(32);
    private static final Pattern FORM =
            Pattern.compile("(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    /** Reads a {@code traceparent}; returns null if it is none, for what cannot be read is to be passed over. */
    public static @Nullable TraceContext parse(@Nullable String traceparent) {
        Matcher form = traceparent == null || traceparent.length() > 512 ? null : FORM.matcher(traceparent);
        if (form == null || !form.matches() || form.group(1).equals("00") && form.group(5) != null) {
            return null;
        }
        String trace = form.group(2);
        String parent = form.group(3);
        if (ZEROS.startsWith(trace) || ZEROS.startsWith(parent)) {
            return null; // section 3.2.2: no ids
        }
        return new TraceContext(trace, parent, (Integer.parseInt(form.group(4), 16) & 1) != 0);
    }

    /** Returns metadata of a call that is made within another, with the trace context of that unless it has one itself. */
    static Metadata carriedOn(Metadata outer, Metadata own) {
        String parent = outer.get(TRACEPARENT);
        boolean carried = own.get(TRACEPARENT) == null && own.asMap().size() <= Metadata.MAX_ENTRIES - ROOM;
        if (parent == null || !carried || parse(parent) == null) {
            return own;
        }
        String state = outer.get(TRACESTATE);
        Metadata with = own.with(TRACEPARENT, parent);
        return state == null ? with : with.with(TRACESTATE, state);
    }

    /** Returns it as it travels. */
    @Override
    public String toString() {
        return "00-" + traceId + "-" + parentId + (sampled ? "-01" : "-00");
    }
}
