package io.rpcidl.runtime.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.rpcidl.json.JsonLimits;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.server.RpcServerBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The cases of {@code docs/conformance} that are about servers, against ours. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerConformanceTest {

    private RpcServer shared;

    @BeforeAll
    void start() throws IOException {
        shared = builder().start();
    }

    @AfterAll
    void stop() {
        shared.close();
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        return Case.all().stream()
                .filter(each -> !each.chapter().equals(Case.CLIENT))
                .map(each -> each.test(this::play));
    }

    private void play(JsonNode json) throws IOException {
        if (!json.has("given")) {
            ServerPlayer.play(json, shared.port());
            return;
        }
        ExecutorService workers =
                Executors.newFixedThreadPool(json.get("given").path("workers").asInt(8));
        try (RpcServer server = server(json.get("given"), workers)) {
            ServerPlayer.play(json, server.port());
        } finally {
            workers.shutdownNow();
        }
    }

    private static RpcServer server(JsonNode given, ExecutorService workers) throws IOException {
        RpcServerBuilder builder = builder().executor(workers);
        for (Map.Entry<String, JsonNode> each : given.properties()) {
            int value = each.getValue().asInt();
            switch (each.getKey()) {
                case "message_bytes" -> builder.limits(new JsonLimits(value, JsonLimits.DEFAULT.maxDepth()));
                case "message_ms" -> builder.documentTimeout(Duration.ofMillis(value));
                case "call_ms" -> builder.defaultTimeout(Duration.ofMillis(value));
                case "silence_ms" -> builder.streamSilence(Duration.ofMillis(value));
                case "calls_in_flight" -> builder.maxInFlight(value);
                case "connections" -> builder.maxConnections(value);
                case "workers" -> {
                    // they are there already
                }
                default -> throw new IllegalArgumentException(each.getKey());
            }
        }
        return builder.start();
    }

    private static RpcServerBuilder builder() {
        return RpcServer.builder().add(new ConformanceService()).drainTimeout(Duration.ofSeconds(1));
    }
}
