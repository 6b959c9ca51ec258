package io.rpcidl.opentelemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.rpcidl.micrometer.CallMetrics;
import io.rpcidl.opentelemetry.shop.Shop;
import io.rpcidl.opentelemetry.shop.ShopHandler;
import io.rpcidl.opentelemetry.shop.SoldOutException;
import io.rpcidl.opentelemetry.shop.Stock;
import io.rpcidl.opentelemetry.shop.StockHandler;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One call through two servers, client → shop → stock: one trace, and the counters of A66. */
@Timeout(60)
class CallTracingTest {

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
            .build();
    private final CallTracing tracing = new CallTracing(telemetry);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CallMetrics metrics = new CallMetrics(meters);
    private final AtomicReference<String> traceOfHandler = new AtomicReference<>();
    private RpcServer stock;
    private RpcServer shop;
    private RpcClient toStock;
    private RpcClient toShop;

    @BeforeEach
    void start() throws IOException {
        StockHandler take = request -> {
            if (request.id().isEmpty()) {
                throw SoldOutException.builder("none left").build();
            }
            return "taken " + request.id();
        };
        stock = RpcServer.builder()
                .add(take)
                .listener(tracing)
                .listener(metrics)
                .start();
        toStock = client(stock);
        ShopHandler order = request -> {
            traceOfHandler.set(ServerCall.current().traceContext().traceId());
            assertEquals(traceOfHandler.get(), Span.current().getSpanContext().getTraceId());
            return Stock.stub(toStock).take(request.id());
        };
        shop = RpcServer.builder()
                .add(order)
                .listener(tracing)
                .listener(metrics)
                .start();
        toShop = client(shop);
    }

    private RpcClient client(RpcServer server) {
        return RpcClient.builder("rpc://" + server.endpoint())
                .listener(tracing)
                .listener(metrics)
                .build();
    }

    @AfterEach
    void stop() {
        toShop.close();
        shop.close();
        toStock.close();
        stock.close();
    }

    @AfterEach
    void forget() {
        telemetry.close();
    }

    @Test
    void oneCallThroughTwoServersIsOneTraceOfFourSpans() {
        assertEquals("taken 7", Shop.stub(toShop).order("7"));
        stop(); // everything has ended
        List<SpanData> trace = outermostFirst();
        assertEquals(
                List.of(
                        "CLIENT shop.v1.Shop/order",
                        "SERVER shop.v1.Shop/order",
                        "CLIENT shop.v1.Stock/take",
                        "SERVER shop.v1.Stock/take"),
                trace.stream()
                        .map(span -> span.getKind() + " " + span.getName())
                        .toList());
        for (int i = 1; i < trace.size(); i++) {
            assertEquals(trace.get(i - 1).getSpanId(), trace.get(i).getParentSpanId());
        }
        assertEquals(1, trace.stream().map(SpanData::getTraceId).distinct().count());
        assertEquals(trace.get(0).getTraceId(), traceOfHandler.get());
        assertEquals("OK", attribute(trace.get(0), "rpc.response.status_code"));
        assertEquals("127.0.0.1", attribute(trace.get(0), "server.address"));
        assertEquals("127.0.0.1", attribute(trace.get(1), "network.peer.address"));
        for (String method : List.of("shop.v1.Shop.order", "shop.v1.Stock.take")) {
            assertEquals(1, counted("rpc.client.attempt.started", method));
            assertEquals(1, counted("rpc.server.call.started", method));
            assertEquals(1, timed("rpc.client.attempt.duration", method));
            assertEquals(1, timed("rpc.client.call.duration", method));
            assertEquals(1, timed("rpc.server.call.duration", method));
        }
    }

    @Test
    void anErrorOfTheContractIsTheCallersAlone() {
        assertThrows(SoldOutException.class, () -> Stock.stub(toStock).take(""));
        stop();
        List<SpanData> trace = outermostFirst();
        assertEquals(StatusCode.ERROR, trace.get(0).getStatus().getStatusCode());
        assertEquals("FAILED_PRECONDITION", attribute(trace.get(0), "error.type"));
        assertEquals(StatusCode.UNSET, trace.get(1).getStatus().getStatusCode());
        assertEquals("FAILED_PRECONDITION", attribute(trace.get(1), "rpc.response.status_code"));
    }

    private List<SpanData> outermostFirst() {
        return spans.getFinishedSpanItems().stream()
                .sorted(Comparator.comparing(SpanData::getStartEpochNanos))
                .toList();
    }

    private static String attribute(SpanData span, String key) {
        return span.getAttributes().get(AttributeKey.stringKey(key));
    }

    private double counted(String name, String method) {
        return meters.get(name).tag("method", method).counter().count();
    }

    private long timed(String name, String method) {
        return meters.get(name)
                .tag("method", method)
                .tag("status", "OK")
                .timer()
                .count();
    }
}
