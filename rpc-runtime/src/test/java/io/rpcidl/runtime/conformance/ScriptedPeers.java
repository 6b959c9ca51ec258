package io.rpcidl.runtime.conformance;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** The server of a client case: connections in the order in which they are opened, each of which does what it is told. */
final class ScriptedPeers implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Peer> peers = new ArrayList<>();

    ScriptedPeers() throws IOException {
        server.setSoTimeout(PATIENCE_MILLIS);
    }

    String target() {
        return "rpc://127.0.0.1:" + server.getLocalPort();
    }

    /** Returns a connection, counted from 1; null if it is not there and is not to be waited for. */
    Peer peer(int number, boolean wait) throws IOException {
        while (wait && peers.size() < number) {
            peers.add(new Peer(server.accept()));
        }
        return peers.size() < number ? null : peers.get(number - 1);
    }

    /** The client is closed: it must have sent nothing, and opened no connection, but what the case has said. */
    void proveSilence() throws IOException {
        for (Peer peer : peers) {
            peer.expectEnd();
        }
        server.setSoTimeout(1);
        assertThrows(SocketTimeoutException.class, server::accept, "a connection that the case does not know");
    }

    @Override
    public void close() throws IOException {
        for (Peer peer : peers) {
            peer.close();
        }
        server.close();
    }

    /** The server's side of one connection. */
    static final class Peer {

        private final Socket socket;
        private final BufferedReader in;
        private final List<JsonNode> requests = new ArrayList<>(); // their ids

        private final Queue<Message> ahead = new ArrayDeque<>(); // items that came together
        private boolean accepted;

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        /** Reads a message. Credit is passed over where it is not what is expected. */
        void receive(JsonNode expected, int request) throws IOException {
            boolean credit = expected.path("kind").asText().equals("credit");
            Message message = credit ? Message.of(in.readLine()) : read();
            assertNotNull(message, "the client has closed the connection");
            message.check(expected);
            if (message.isKind("") || message.isKind("oneway")) {
                requests.add(message.id());
            }
            assertTrue(!expected.has("method") || message.id().equals(id(request)), message.line());
            long most = expected.path("timeout_at_most").asLong(Long.MAX_VALUE);
            assertTrue(message.header().path("timeout_ms").asLong() <= most, message.line());
            JsonNode metadata = expected.path("metadata");
            assertTrue(
                    metadata.isMissingNode() || metadata.equals(message.header().get("metadata")), message.line());
        }

        /** Returns the next message that is no credit, which a client that was accepted may give at any time; or null. */
        private Message read() throws IOException {
            if (!ahead.isEmpty()) {
                return ahead.remove();
            }
            Message message;
            do {
                String line = socket.isClosed() ? null : in.readLine();
                message = line == null ? null : Message.of(line);
            } while (message != null && accepted && message.isKind("credit"));
            ahead.addAll(message == null ? List.of() : message.each());
            return ahead.poll();
        }

        /** Returns the id of a request, counted from 1; that of the last one for 0. */
        private JsonNode id(int request) {
            int index = request == 0 ? requests.size() - 1 : request - 1;
            return index < 0 ? Packet.FIRST_ID : requests.get(index);
        }

        void send(JsonNode packets, String split, int request) throws IOException {
            for (JsonNode packet : packets) {
                byte[] bytes = Packet.bytes(packet, id(request));
                accepted |= new String(bytes, StandardCharsets.UTF_8).contains("\"accept\":");
                for (int at = 0; at < bytes.length; at += split.isEmpty() ? bytes.length : 1) {
                    socket.getOutputStream().write(bytes, at, split.isEmpty() ? bytes.length : 1);
                }
            }
        }

        /** What follows a ping at once is its answer: the client has sent nothing else. */
        void proveSilence() throws IOException {
            send(Json.read("[{\"kind\":\"ping\"}]"), "", 0);
            receive(Json.read("{\"kind\":\"pong\"}"), 0);
        }

        void expectEnd() throws IOException {
            assertNull(read(), "what the case does not say");
        }

        void close() throws IOException {
            socket.close();
        }
    }
}
