package io.rpcidl.runtime.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.rpcidl.json.JsonLimits;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.client.RpcClientBuilder;
import java.util.HashMap;
import java.util.Map;

/** Plays one case against a client: the steps of its script, one after the other, as the server and as the caller. */
final class ClientPlayer {

    /** How a server comes to be one that has accepted the client. */
    private static final String ACCEPTANCE = """
            [
              {"call": {"method": "echo", "params": {"text": "first"}}},
              {"receive": {"method": "echo", "header": {"offer": {"wire": 1}}, "params": {"text": "first"}}},
              {"send": [{"method": "echo", "header": {"accept": {"wire": 1}}, "result": "first"}]},
              {"report": {"result": "first"}}
            ]""";

    private final ScriptedPeers peers;
    private final RpcClient client;
    private final Map<String, RunningCall> calls = new HashMap<>();

    private ClientPlayer(ScriptedPeers peers, RpcClient client) {
        this.peers = peers;
        this.client = client;
    }

    static void play(JsonNode json) throws Exception {
        try (ScriptedPeers peers = new ScriptedPeers()) {
            RpcClientBuilder builder = RpcClient.builder(peers.target()).withoutRetries();
            int most = json.path("given").path("message_bytes").asInt(JsonLimits.DEFAULT.maxBytes());
            try (RpcClient client = builder.limits(new JsonLimits(most, JsonLimits.DEFAULT.maxDepth()))
                    .build()) {
                ClientPlayer player = new ClientPlayer(peers, client);
                if (json.path("given").has("accepted")) {
                    player.steps(Json.read(ACCEPTANCE));
                }
                player.steps(json.get("script"));
                assertTrue(
                        player.calls.isEmpty(), () -> "the case does not say what becomes of " + player.calls.keySet());
            }
            peers.proveSilence();
        }
    }

    private void steps(JsonNode script) throws Exception {
        for (JsonNode step : script) {
            step(step);
        }
    }

    private void step(JsonNode step) throws Exception {
        ScriptedPeers.Peer peer = peers.peer(step.path("on").asInt(1), step.has("receive"));
        int request = step.path("request").asInt();
        String name = step.path("of").asText("the call");
        switch (step.fieldNames().next()) {
            case "call" -> {
                RunningCall call = new RunningCall(client, step.get("call"));
                assertEquals(null, calls.put(step.path("as").asText("the call"), call));
            }
            case "report" -> calls.remove(name).check(step.get("report"));
            case "give_up" -> calls.get(step.get("give_up").asText()).giveUp();
            case "receive" -> {
                for (int i = step.path("times").asInt(1); i > 0; i--) {
                    peer.receive(step.get("receive"), request);
                }
            }
            case "send" -> peer.send(step.get("send"), step.path("split").asText(), request);
            case "quiet" -> peer.proveSilence();
            case "closed" -> peer.expectEnd();
            case "close" -> peer.close();
            default -> throw new IllegalArgumentException("no step: " + step);
        }
    }
}
