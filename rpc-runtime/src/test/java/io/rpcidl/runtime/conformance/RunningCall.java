package io.rpcidl.runtime.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.client.RpcClient;
import java.util.Map;
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
        for (Map.Entry<String, JsonNode> each : expected.properties()) {
            if (each.getKey().equals("error")) {
                Failure.check(each.getValue(), actual.path("error"), actual.toString());
            } else {
                assertTrue(
                        Json.equal(each.getValue(), actual.path(each.getKey())),
                        () -> "expected the report " + expected + ", got " + actual);
            }
        }
        assertTrue(expected.has("error") || !actual.has("error"), () -> "expected " + expected + ", got " + actual);
    }

    private static JsonNode report(RpcClient client, JsonNode call) {
        ObjectNode report = Json.object();
        try {
            new Caller(client, call).call(report);
        } catch (RpcException e) {
            report.set("error", error(e.status()));
        } catch (Throwable e) {
            report.put("bug", e.toString());
        }
        return report;
    }

    private static JsonNode error(Status status) {
        ObjectNode error = Json.object();
        error.put("code", status.code().name());
        error.put("message", status.message());
        error.put("processed", status.processed().name().toLowerCase(java.util.Locale.ROOT));
        if (status.details() != null) {
            error.put("type", status.details().type());
            try {
                error.set("details", Json.read(status.details().value().toString()));
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
        return error;
    }
}
