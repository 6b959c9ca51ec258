package io.rpcidl.runtime.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conformance.v1.Conformance;
import io.rpcidl.runtime.BidiStream;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.ItemSink;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.client.RpcClient;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Makes the calls of client cases with the generated stub. */
final class Caller {

    private final JsonNode call;
    private final JsonNode params;
    private final ObjectNode report;
    private final Conformance stub;

    Caller(RpcClient client, JsonNode call, ObjectNode report) {
        this.report = report;
        this.call = call;
        this.params = call.path("params");
        CallOptions options = CallOptions.DEFAULT;
        if (call.has("timeout_ms")) {
            options =
                    options.withTimeout(Duration.ofMillis(call.get("timeout_ms").asLong()));
        }
        for (Map.Entry<String, JsonNode> each : call.path("metadata").properties()) {
            options = options.withMetadata(each.getKey(), each.getValue().asText());
        }
        options = options.onReplyMetadata(metadata -> metadata.asMap().forEach(report.putObject("metadata")::put));
        this.stub = Conformance.stub(client).with(options);
    }

    /** Makes the call and says what came of it, as far as it got. */
    void call() {
        switch (call.get("method").asText()) {
            case "echo" -> report.put("result", stub.echo(params.get("text").asText()));
            case "maybe" ->
                report.put(
                        "result",
                        stub.maybe(
                                new Conformance.MaybeRequest(params.get("text").asText())));
            case "nothing" -> {
                stub.nothing();
                report.putNull("result");
            }
            case "note" -> {
                stub.note(params.get("text").asText());
                report.putNull("result");
            }
            case "add" -> report.put("result", stub.add(longs(params.get("numbers"))));
            case "refuse" ->
                report.put("result", stub.refuse(params.get("reason").asText()));
            case "count" -> {
                try (RpcStream<Long> numbers = stub.count(params.get("n").asLong())) {
                    read(numbers, report, ArrayNode::add);
                }
            }
            case "sum" -> {
                try (ItemSink<Long, Long> sum = stub.sum()) {
                    send(item -> sum.send(item.asLong()));
                    report.put("result", sum.finish());
                }
            }
            case "talk" -> {
                try (BidiStream<String, String> talk = stub.talk()) {
                    send(item -> talk.send(item.asText()));
                    talk.finish();
                    read(talk, report, ArrayNode::add);
                }
            }
            default -> throw new IllegalArgumentException("not called in any case yet: " + call);
        }
    }

    private void send(Consumer<JsonNode> sink) {
        for (int i = call.path("times").asInt(1); i > 0; i--) {
            call.path("items").forEach(sink);
        }
    }

    /** Reads to the end, or only as many items as the case says. */
    private <T> void read(RpcStream<T> stream, ObjectNode report, BiConsumer<ArrayNode, T> add) {
        ArrayNode items = report.putArray("items");
        int most = call.path("reads").asInt(Integer.MAX_VALUE);
        while (items.size() < most && stream.hasNext()) {
            add.accept(items, stream.next());
        }
    }

    private static long[] longs(JsonNode numbers) {
        long[] longs = new long[numbers.size()];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = numbers.get(i).asLong();
        }
        return longs;
    }
}
