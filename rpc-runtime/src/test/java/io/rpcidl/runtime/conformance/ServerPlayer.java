package io.rpcidl.runtime.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.rpcidl.runtime.testing.RawSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/** Plays one case against a server: what it says on one connection, and what must come back. */
final class ServerPlayer implements AutoCloseable {

    /** Answered at once, so that whatever comes instead was not expected: silence needs no waiting. */
    private static final String PROOF = """
            {"method": "echo", "id": "are you there?", "%s": %s}""";

    private final RawSocket socket;
    private final Queue<Message> ahead = new ArrayDeque<>(); // items that came together
    private boolean accepted;

    private ServerPlayer(int port) throws IOException {
        socket = new RawSocket(port);
    }

    static void play(JsonNode json, int port) throws IOException {
        List<ServerPlayer> beside = new ArrayList<>();
        try {
            for (int i = json.path("beside").asInt(); i > 0; i--) {
                beside.add(new ServerPlayer(port));
                beside.get(beside.size() - 1).proveSilence();
            }
            playSplit(json, port);
        } finally {
            for (ServerPlayer each : beside) {
                each.close();
            }
        }
    }

    private static void playSplit(JsonNode json, int port) throws IOException {
        if (!json.path("split").asText().equals("in two, everywhere")) {
            playOnce(json, port, -1);
            return;
        }
        int length = joined(json.get("send")).length;
        for (int cut = 1; cut < length; cut++) {
            try {
                playOnce(json, port, cut);
            } catch (IOException | AssertionError e) {
                throw new AssertionError("cut at " + cut + ": " + e.getMessage(), e);
            }
        }
    }

    private static void playOnce(JsonNode json, int port, int cut) throws IOException {
        try (ServerPlayer player = new ServerPlayer(port)) {
            for (JsonNode round : json.has("rounds") ? json.get("rounds") : List.of(json)) {
                player.send(round.path("send"), round.path("split").asText(), cut);
                player.expect(round.path("expect"), round.path("order").asText().equals("fixed"));
            }
            switch (json.path("then").asText("stays")) {
                case "stays" -> player.proveSilence();
                case "closed" -> assertEquals("", player.socket.rest());
                default -> assertEquals("left", json.path("then").asText());
            }
        }
    }

    private void send(JsonNode packets, String split, int cut) throws IOException {
        if (!split.isEmpty()) {
            for (byte[] piece : pieces(joined(packets), cut)) {
                socket.send(piece);
            }
        }
        for (JsonNode packet : packets) {
            if (packet.has("half_close")) {
                socket.endOutput();
            } else if (split.isEmpty()) {
                socket.send(Packet.bytes(packet, Packet.FIRST_ID));
            }
        }
    }

    /** Cuts bytes in two, or, where no cut is given, into single ones. */
    private static List<byte[]> pieces(byte[] all, int cut) {
        List<byte[]> pieces = new ArrayList<>();
        int from = 0;
        while (from < all.length) {
            int to = cut < 0 ? from + 1 : from < cut ? cut : all.length;
            pieces.add(Arrays.copyOfRange(all, from, to));
            from = to;
        }
        return pieces;
    }

    private static byte[] joined(JsonNode packets) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (JsonNode packet : packets) {
            if (!packet.has("half_close")) {
                all.writeBytes(Packet.bytes(packet, Packet.FIRST_ID));
            }
        }
        return all.toByteArray();
    }

    /** Reads what is expected. Messages of one id come in the order of the case; the others in any, unless that is fixed. */
    private void expect(JsonNode expected, boolean fixed) throws IOException {
        List<JsonNode> due = new ArrayList<>();
        expected.forEach(due::add);
        while (!due.isEmpty()) {
            Message message = read();
            JsonNode next = fixed ? due.get(0) : next(due, message);
            if (next != null && next.has("after_items") && message.isKind("item")) {
                continue;
            }
            if (message.isKind("credit")
                    && (next == null || !next.path("kind").asText().equals("credit"))) {
                continue; // how much of it a reader gives, and when, is its own affair
            }
            if (next == null || !message.id().equals(Message.idOf(next))) {
                fail("expected " + due.get(0) + ", got " + message.line());
            }
            message.check(next);
            due.removeIf(each -> each == next);
        }
    }

    private static JsonNode next(List<JsonNode> due, Message message) {
        return due.stream()
                .filter(each -> message.id().equals(Message.idOf(each)))
                .findFirst()
                .orElse(null);
    }

    private Message read() throws IOException {
        if (!ahead.isEmpty()) {
            return ahead.remove();
        }
        Message message = Message.of(socket.line());
        accepted |= message.accepts();
        if (!accepted) {
            message.checkForStranger();
            assertTrue(
                    List.of("", "item", "end")
                            .contains(message.header().path("kind").asText()),
                    message.line());
        }
        ahead.addAll(message.each());
        return ahead.remove();
    }

    private void proveSilence() throws IOException {
        socket.send(Packet.bytes(Json.read(PROOF.formatted("params", "[\"yes\"]")), Packet.FIRST_ID));
        expect(Json.read("[" + PROOF.formatted("result", "\"yes\"") + "]"), false);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
