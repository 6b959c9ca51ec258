package io.rpcidl.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.observe.CallListener;
import io.rpcidl.runtime.observe.CallObserver;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes spans of calls with OpenTelemetry, by its semantic conventions for RPC (1.45): one for each call of a client, one for
 * each call of a server, which is its child by what travels in the metadata, and the current one while a handler runs. So the
 * calls that a handler makes, and all else that is traced there, belong to the same trace.
 *
 * <pre>{@code
 * CallTracing tracing = new CallTracing(GlobalOpenTelemetry.get());
 * RpcServer.builder().add(handler).listener(tracing).start();
 * RpcClient.builder(target).listener(tracing).build();
 * }</pre>
 *
 * A span is named {@code service/method} and has {@code rpc.system.name}, {@code rpc.method}, {@code
 * rpc.response.status_code}, {@code error.type} if it failed, {@code server.address} and {@code server.port} on a client, and
 * {@code network.peer.address} and {@code network.peer.port} on a server. A server that is tried in vain is an event {@code
 * attempt}. Parameters, results and metadata are not in it.
 */
public final class CallTracing implements CallListener {

    private static final TextMapGetter<Metadata> GETTER = new TextMapGetter<>() {
        @Override
        @SuppressWarnings("deprecation") // it is abstract all the same
        public Iterable<String> keys(Metadata metadata) {
            return metadata.asMap().keySet();
        }

        @Override
        public @Nullable String get(@Nullable Metadata metadata, String key) {
            return metadata == null ? null : metadata.get(key.toLowerCase(Locale.ROOT));
        }
    };

    private final Tracer tracer;
    private final TextMapPropagator propagator;

    /** Makes one that uses the tracer provider and the propagators of an instance. */
    public CallTracing(OpenTelemetry openTelemetry) {
        this.tracer = openTelemetry.getTracer("io.rpcidl");
        this.propagator = openTelemetry.getPropagators().getTextMapPropagator();
    }

    @Override
    public CallObserver clientCall(Call call) {
        Span span = start(call, SpanKind.CLIENT).startSpan();
        return new CallSpan(span, Context.current().with(span), SpanKind.CLIENT, propagator);
    }

    @Override
    public CallObserver serverCall(Call call) {
        Context caller = propagator.extract(Context.root(), call.metadata(), GETTER);
        Span span = start(call, SpanKind.SERVER).setParent(caller).startSpan();
        return new CallSpan(span, caller.with(span), SpanKind.SERVER, propagator);
    }

    private SpanBuilder start(Call call, SpanKind kind) {
        String name = call.method().serviceName() + "/" + call.method().methodName();
        return tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setAttribute("rpc.system.name", "rpcidl")
                .setAttribute("rpc.method", name);
    }
}
