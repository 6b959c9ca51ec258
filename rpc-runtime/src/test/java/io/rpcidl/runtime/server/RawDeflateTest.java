package io.rpcidl.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.JsonLimits;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.RawSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A compressed connection as the other side sees it: {@code docs/wire.md}, "Compression". */
@Timeout(60)
class RawDeflateTest {

    private static final String NAMES = "\"service_name\":\"testing.v1.Echo\",\"method_name\":\"add\"";
    private static final String ADD = "{\"header\":{\"request_id\":2," + NAMES + "},\"body\":{\"params\":[1,2,3]}}\n";
    private static final String SIX = "{\"header\":{\"request_id\":2," + NAMES + "},\"body\":{\"result\":6}}\n";
    private static final String OFFER = "{\"header\":{\"request_id\":1," + NAMES
            + ",\"offer\":{\"wire\":1,\"deflate\":1}},\"body\":{\"params\":[1]}}\n";

    private final Deflater deflater = new Deflater();
    private final Inflater inflater = new Inflater();
    private RpcServer server;

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.builder()
                .add(new EchoService())
                .limits(new JsonLimits(100_000, 64))
                .allowDeflate()
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
        deflater.end();
        inflater.end();
    }

    @Test
    void compressesBothWaysBehindTheAnswerThatAccepts() throws Exception {
        try (RawSocket socket = offered()) {
            socket.send(deflate(ADD + ADD));
            assertEquals(SIX + SIX, inflated(socket, (SIX + SIX).length()));
            socket.send(deflate(ADD));
            assertEquals(SIX, inflated(socket, SIX.length()), "one window over all messages");
        }
    }

    @Test
    void refusesALittleThatBecomesALot() throws Exception {
        try (RawSocket socket = offered()) {
            String bomb = ADD.replace("[1,2,3]", " ".repeat(50_000_000) + "[1,2,3]");
            byte[] small = deflate(bomb);
            assertTrue(small.length < 100_000);
            socket.send(small);
            String refusal = inflated(socket, 100);
            assertTrue(refusal.contains("\"code\":\"RESOURCE_EXHAUSTED\""), refusal);
            socket.send(deflate(ADD));
            String rest = refusal.substring(refusal.indexOf('\n') + 1);
            assertEquals(SIX, rest + inflated(socket, SIX.length() - rest.length()));
        }
    }

    @Test
    void closesWhereSomethingElseIsSent() throws Exception {
        try (RawSocket socket = offered()) {
            socket.send(ADD);
            assertThrows(IOException.class, socket::line);
        }
    }

    @Test
    void doesNotAcceptItUnlessItIsAllowed() throws Exception {
        try (RpcServer other = RpcServer.builder().add(new EchoService()).start();
                RawSocket socket = new RawSocket(other.port())) {
            assertTrue(socket.send(OFFER).line().contains(",\"accept\":{\"wire\":1}}"));
            assertEquals(SIX, socket.send(ADD).line() + "\n");
        }
    }

    @Test
    void acceptsItInNoRefusal() throws Exception {
        String[] refused = {
            OFFER.replace(",\"offer\"", ",\"timeout_ms\":0,\"offer\"").replace("}},\"body\"", "},\"kind\":7},\"body\""),
            OFFER.replace("\"add\"", "\"none\""),
            OFFER.replace("[1]", "[" + " ".repeat(200_000) + "1]"),
        };
        for (String request : refused) {
            try (RawSocket socket = new RawSocket(server.port())) {
                String refusal = socket.send(request).line();
                assertTrue(refusal.contains("\"error\""), refusal);
                assertTrue(!refusal.contains("deflate"), refusal);
                assertEquals(SIX, socket.send(ADD).line() + "\n");
            }
        }
    }

    @Test
    void suffersNothingFromManyMistakesInOnePacketThatNobodyReadsTheAnswersOf() throws Exception {
        try (RawSocket socket = offered()) {
            byte[] packet = deflate("{}\n".repeat(3_000_000));
            assertTrue(packet.length < 64_000);
            socket.send(packet);
            try (RawSocket other = new RawSocket(server.port())) {
                assertEquals(SIX, other.send(ADD).line() + "\n");
            }
        }
    }

    private RawSocket offered() throws IOException {
        RawSocket socket = new RawSocket(server.port());
        String reply = socket.send(OFFER).line();
        assertTrue(reply.contains(",\"accept\":{\"wire\":1,\"deflate\":1}}"), reply);
        return socket;
    }

    private byte[] deflate(String text) {
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[10_000];
        for (int length = piece.length; length == piece.length; ) {
            length = deflater.deflate(piece, 0, piece.length, Deflater.SYNC_FLUSH);
            out.write(piece, 0, length);
        }
        return out.toByteArray();
    }

    /** Reads at least so many characters, when they are inflated. */
    private String inflated(RawSocket socket, int atLeast) throws IOException, DataFormatException {
        StringBuilder text = new StringBuilder();
        byte[] piece = new byte[10_000];
        while (text.length() < atLeast) {
            inflater.setInput(socket.some());
            for (int length = inflater.inflate(piece); length > 0; length = inflater.inflate(piece)) {
                text.append(new String(Arrays.copyOf(piece, length), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
