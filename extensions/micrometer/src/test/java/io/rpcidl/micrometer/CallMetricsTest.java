package io.rpcidl.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.Tag;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.rpcidl.json.JsonValue;
import io.rpcidl.micrometer.shop.NotForSaleException;
import io.rpcidl.micrometer.shop.Shop;
import io.rpcidl.micrometer.shop.ShopHandler;
import io.rpcidl.runtime.BidiStream;
import io.rpcidl.runtime.ItemWriter;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.stub.DynamicStub;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The meters of A66, as Prometheus scrapes them. */
@Timeout(60)
class CallMetricsTest {

    private static final class Prices implements ShopHandler {

        @Override
        public long price(Shop.PriceRequest request) {
            if (request.id().isEmpty()) {
                throw NotForSaleException.builder("nothing is free").build();
            }
            return request.id().length();
        }

        @Override
        public void prices(Shop.PricesRequest request, RpcStream<String> ids, ItemWriter<Long> out) {
            ids.forEachRemaining(id -> out.write((long) id.length()));
        }
    }

    private final PrometheusMeterRegistry server = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final PrometheusMeterRegistry client = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private RpcServer shop;
    private RpcClient caller;

    @BeforeEach
    void start() throws IOException {
        shop = RpcServer.builder()
                .add(new Prices())
                .listener(new CallMetrics(server))
                .start();
        caller = RpcClient.builder("rpc://" + shop.endpoint())
                .listener(new CallMetrics(client, Tag.of("target", "shop")))
                .build();
    }

    @AfterEach
    void stop() {
        caller.close();
        shop.close();
    }

    @Test
    void aClientCountsCallsAndAttempts() {
        Shop.stub(caller).price("abc");
        Shop.stub(caller).price("abcd");
        assertThrows(NotForSaleException.class, () -> Shop.stub(caller).price(""));
        String method = "method=\"shop.v1.Shop.price\"";
        assertScraped(
                client,
                "rpc_client_attempt_started_total{" + method + ",target=\"shop\"} 3.0",
                "rpc_client_attempt_duration_seconds_count{" + method + ",status=\"OK\",target=\"shop\"} 2",
                "rpc_client_call_duration_seconds_count{" + method + ",status=\"OK\",target=\"shop\"} 2",
                "rpc_client_call_duration_seconds_count{" + method
                        + ",status=\"FAILED_PRECONDITION\",target=\"shop\"} 1",
                "rpc_client_attempt_sent_bytes_count{" + method + ",status=\"OK\",target=\"shop\"} 2",
                "rpc_client_attempt_received_bytes_count{" + method + ",status=\"OK\",target=\"shop\"} 2");
    }

    @Test
    void aServerCountsCallsAndStreams() {
        Shop.stub(caller).price("abc");
        try (BidiStream<String, Long> prices = Shop.stub(caller).prices()) {
            prices.send("abcd");
            assertEquals(4, prices.next());
            prices.finish();
            prices.forEachRemaining(price -> {});
        }
        shop.close(); // once it is over everything is counted
        assertScraped(
                server,
                "rpc_server_call_started_total{method=\"shop.v1.Shop.price\"} 1.0",
                "rpc_server_call_started_total{method=\"shop.v1.Shop.prices\"} 1.0",
                "rpc_server_call_duration_seconds_count{method=\"shop.v1.Shop.prices\",status=\"OK\"} 1",
                "rpc_server_call_received_bytes_count{method=\"shop.v1.Shop.prices\",status=\"OK\"} 1");
    }

    @Test
    void namesFromAnywhereAreNoLabels() {
        DynamicStub<JsonValue> anything = DynamicStub.of(caller);
        assertThrows(RpcException.class, () -> anything.call("shop.v1.Shop", "a7f3", JsonValue.parse("[]")));
        assertScraped(server, "rpc_server_refused_total{method=\"other\",status=\"UNIMPLEMENTED\"} 1.0");
    }

    private static void assertScraped(PrometheusMeterRegistry registry, String... expected) {
        List<String> lines = registry.scrape().lines().toList();
        List<String> missing =
                Stream.of(expected).filter(line -> !lines.contains(line)).toList();
        assertEquals(List.of(), missing, () -> String.join("\n", lines));
    }
}
