package io.rpcidl.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.observe.AttemptObserver;
import io.rpcidl.runtime.observe.CallObserver;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The span of one call. */
record CallSpan(Span span, Context context, SpanKind kind, TextMapPropagator propagator) implements CallObserver {

    /** Of these the server is to blame; the others are its callers' (semantic conventions, "Recording errors"). */
    private static final Set<StatusCode> SERVER_ERRORS = EnumSet.of(
            StatusCode.UNKNOWN,
            StatusCode.DEADLINE_EXCEEDED,
            StatusCode.UNIMPLEMENTED,
            StatusCode.INTERNAL,
            StatusCode.UNAVAILABLE,
            StatusCode.DATA_LOSS);

    private static final Pattern KEY = Pattern.compile("[a-z0-9._-]{1,64}");
    private static final Pattern ADDRESS = Pattern.compile("\\[?(.+?)]?:([0-9]{1,5})");
    private static final AttributeKey<String> STATUS = AttributeKey.stringKey("rpc.response.status_code");
    private static final AttributeKey<String> SERVER = AttributeKey.stringKey("server.address");

    @Override
    public Metadata metadata(Metadata metadata) {
        Map<String, String> entries = new LinkedHashMap<>(metadata.asMap());
        propagator.inject(context, entries, (map, key, value) -> {
            String name = key.toLowerCase(Locale.ROOT); // as keys of metadata are
            if (map != null
                    && map.size() < Metadata.MAX_ENTRIES
                    && KEY.matcher(name).matches()) {
                map.put(name, value);
            }
        });
        return Metadata.of(entries);
    }

    @Override
    public AttemptObserver attempt(String peer) {
        boolean client = kind == SpanKind.CLIENT;
        Matcher address = ADDRESS.matcher(peer); // something else within a JVM
        span.setAttribute(
                client ? "server.address" : "network.peer.address", address.matches() ? address.group(1) : peer);
        if (address.matches()) {
            span.setAttribute(client ? "server.port" : "network.peer.port", Long.parseLong(address.group(2)));
        }
        return new AttemptObserver() {
            @Override
            public void ended(@Nullable Status failure, Duration elapsed) {
                if (failure != null && client) {
                    span.addEvent(
                            "attempt",
                            Attributes.of(SERVER, peer, STATUS, failure.code().name()));
                }
            }
        };
    }

    @Override
    public Runnable enter() {
        Scope scope = context.makeCurrent();
        return scope::close;
    }

    @Override
    public void ended(@Nullable Status failure, Duration elapsed) {
        span.setAttribute(STATUS, failure == null ? "OK" : failure.code().name());
        if (failure != null && (kind == SpanKind.CLIENT || SERVER_ERRORS.contains(failure.code()))) {
            span.setAttribute("error.type", failure.code().name());
            span.setStatus(io.opentelemetry.api.trace.StatusCode.ERROR, failure.message());
        }
        span.end();
    }
}
