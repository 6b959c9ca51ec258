package io.rpcidl.runtime.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** The bytes that a case says are sent in one write. */
final class Packet {

    static final JsonNode FIRST_ID = IntNode.valueOf(1);

    private static final String SERVICE = "conformance.v1.Conformance";
    private static final List<String> BODY = List.of("params", "result", "error", "item", "items");

    private final JsonNode id;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Packet(JsonNode id) {
        this.id = id;
    }

    /**
     * Returns the bytes of a packet.
     *
     * @param packet a text, several parts, or an object that makes bytes
     * @param id the id of messages that name none
     */
    static byte[] bytes(JsonNode packet, JsonNode id) {
        Packet bytes = new Packet(id);
        bytes.add(packet);
        return bytes.out.toByteArray();
    }

    private void add(JsonNode part) {
        if (part.isTextual()) {
            add(part.asText());
        } else if (part.isArray()) {
            part.forEach(this::add);
        } else if (part.has("hex")) {
            out.writeBytes(HexFormat.of().parseHex(part.get("hex").asText().replace(" ", "")));
        } else if (part.has("repeat")) {
            byte[] once = bytes(part.get("repeat"), id);
            for (int i = part.get("times").asInt(); i > 0; i--) {
                out.writeBytes(once);
            }
        } else {
            addMessage(part);
        }
    }

    private void addMessage(JsonNode message) {
        add("{\"header\":" + header(message) + ",\"body\":{");
        String comma = "";
        for (String member : BODY) {
            JsonNode text = message.get(member + "_text");
            if (message.has(member) || text != null) {
                add(comma + "\"" + member + "\":");
                add(text == null ? message.get(member).toString() : "");
                if (text != null) {
                    add(text);
                }
                comma = ",";
            }
        }
        add("}}\n");
    }

    private ObjectNode header(JsonNode message) {
        ObjectNode header = Json.object();
        if (message.has("method")) {
            header.set("request_id", message.has("id") ? message.get("id") : id);
            header.put("service_name", message.path("service").asText(SERVICE));
            header.set("method_name", message.get("method"));
        }
        if (message.has("kind")) {
            header.set("kind", message.get("kind"));
        }
        message.path("header").properties().forEach(each -> header.set(each.getKey(), each.getValue()));
        return header;
    }

    private void add(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
