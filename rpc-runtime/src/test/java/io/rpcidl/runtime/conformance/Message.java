package io.rpcidl.runtime.conformance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A message that came in, and what a case says about it. */
record Message(String line, JsonNode header, JsonNode body) {

    private static final Set<String> DIRECTIONS = Set.of(
            "id",
            "method",
            "service",
            "kind",
            "header",
            "text",
            "lacks",
            "shorter_than",
            "after_items",
            "timeout_at_most",
            "metadata");

    static Message of(String line) throws JsonProcessingException {
        JsonNode json = Json.read(line);
        assertTrue(Json.isCompact(line), "not compact: " + line);
        return new Message(line, json.path("header"), json.path("body"));
    }

    /** Returns the messages that it stands for: one for each item, if it has several. */
    List<Message> each() {
        if (!isKind("items")) {
            return List.of(this);
        }
        ObjectNode alone = header.deepCopy();
        alone.put("kind", "item");
        List<Message> each = new ArrayList<>();
        for (JsonNode item : body.path("items")) {
            ObjectNode body = Json.object();
            body.set("item", item);
            each.add(new Message(line, alone, body));
        }
        return each;
    }

    JsonNode id() {
        return header.path("request_id").isMissingNode() ? NullNode.instance : header.get("request_id");
    }

    boolean isKind(String kind) {
        return header.path("kind").asText().equals(kind);
    }

    boolean accepts() {
        return header.has("accept");
    }

    /** Returns the id of the message that a case expects. */
    static JsonNode idOf(JsonNode expected) {
        JsonNode otherwise = expected.has("method") ? Packet.FIRST_ID : NullNode.instance;
        return expected.has("id") ? expected.get("id") : otherwise;
    }

    /** Checks everything but the id. */
    void check(JsonNode expected) throws JsonProcessingException {
        if (expected.has("method")) {
            Message names = of(new String(Packet.bytes(expected, NullNode.instance), StandardCharsets.UTF_8).strip());
            checkSame("service_name", names.header, header);
            checkSame("method_name", names.header, header);
        }
        String kind = expected.path("kind").asText();
        assertTrue(kind.equals("any") || isKind(kind), () -> "another kind than " + expected + ": " + line);
        checkSame("accept", expected.path("header"), header);
        checkSame("offer", expected.path("header"), header);
        checkText(expected);
        assertFalse(body.has("result") && body.has("error"), line);
        for (Map.Entry<String, JsonNode> each : expected.properties()) {
            if (each.getKey().equals("error")) {
                Failure.check(each.getValue(), body.path("error"), line);
            } else if (!DIRECTIONS.contains(each.getKey())) {
                assertTrue(hasBody(each.getKey(), each.getValue()), () -> "expected " + expected + ", got " + line);
            }
        }
        assertTrue(expected.has("error") || !body.has("error"), () -> "expected " + expected + ", got " + line);
    }

    /** Parameters may come by name, as cases write them, or by position. */
    private boolean hasBody(String member, JsonNode value) {
        JsonNode actual = body.path(member);
        if (member.equals("params") && value.isObject() && actual.isArray()) {
            ArrayNode byPosition = Json.array();
            value.forEach(byPosition::add);
            return Json.equal(byPosition, actual);
        }
        return Json.equal(value, actual);
    }

    private void checkSame(String member, JsonNode expected, JsonNode actual) {
        assertTrue(
                Json.equal(expected.path(member), actual.path(member)),
                () -> member + " is not " + expected.path(member) + ": " + line);
    }

    private void checkText(JsonNode expected) {
        assertTrue(
                line.contains(expected.path("text").asText()), () -> "without " + expected.get("text") + ": " + line);
        if (expected.has("lacks")) {
            assertFalse(line.contains(expected.get("lacks").asText()), line);
        }
        int most = expected.path("shorter_than").asInt(Integer.MAX_VALUE);
        assertTrue(bytesBesideNames() < most, () -> bytesBesideNames() + " bytes: " + line);
    }

    /** An error for a peer that was not accepted is short. */
    void checkForStranger() {
        if (body.has("error")) {
            assertTrue(bytesBesideNames() < 900, () -> bytesBesideNames() + " bytes: " + line);
        }
    }

    private int bytesBesideNames() {
        String names = header.path("service_name").asText()
                + header.path("method_name").asText();
        return bytes(line) - bytes(names);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
