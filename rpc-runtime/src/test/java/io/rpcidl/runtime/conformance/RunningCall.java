package io.rpcidl.runtime.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.client.RpcClient;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A call that the client under test makes, on a thread of its own, and what it reports of it in the end. */
final class RunningCall {

    private final CompletableFuture<JsonNode> report = new CompletableFuture<>();
    private final Thread thread;

    RunningCall(RpcClient client, JsonNode call) {
        thread = new Thread(() -> report.complete(report(client, call)), "call " + call);
        thread.setDaemon(true);
        thread.start();
    }

    /** The caller waits no more. */
    void giveUp() {
        thread.interrupt();
    }

    void check(JsonNode expected) throws Exception {
        JsonNode actual = report.get(20, TimeUnit.SECONDS);
        String shown = "expected the report " + expected + ", got " + actual;
        for (String member : List.of("result", "items", "metadata", "retry_after_ms")) {
            if (expected.has(member)) {
                assertTrue(Json.equal(expanded(expected, member), actual.path(member)), shown);
            }
        }
        if (expected.has("error")) {
            Failure.check(expected.get("error"), actual.path("error"), shown);
        }
        assertTrue(expected.has("error") || actual.has("result") || actual.has("items"), shown);
        assertTrue(expected.has("error") || !actual.has("error"), shown);
    }

    /** Items may be said so many times over. */
    private static JsonNode expanded(JsonNode expected, String member) {
        if (!expected.has("times")) {
            return expected.get(member);
        }
        ArrayNode items = Json.array();
        for (int i = expected.get("times").asInt(); i > 0; i--) {
            expected.get(member).forEach(items::add);
        }
        return items;
    }

    private static JsonNode report(RpcClient client, JsonNode call) {
        ObjectNode report = Json.object();
        try {
            new Caller(client, call, report).call();
        } catch (RpcException e) {
            report.set("error", error(e.status()));
            if (e.status().retryAfter() != null) {
                report.put("retry_after_ms", e.status().retryAfter().toMillis());
            }
        } catch (Throwable e) {
            report.put("bug", e.toString());
        }
        return report;
    }

    private static JsonNode error(Status status) {
        ObjectNode error = Json.object();
        error.put("code", status.code().name());
        error.put("message", status.message());
        error.put("processed", status.processed().name().toLowerCase(Locale.ROOT));
        if (status.details() != null) {
            error.put("type", status.details().type());
            try {
                error.set("details", Json.read(status.details().value().toString()));
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
        return error;
    }
}
