package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.Codecs;
import io.rpcidl.runtime.BidiStream;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.stub.Caller;
import io.rpcidl.runtime.testing.ScriptedServer;
import io.rpcidl.runtime.testing.StreamService;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client's streams beside servers that nobody here wrote: strangers, broken ones, hostile ones. */
@Timeout(60)
class StreamPeersTest {

    private static final String NAMES = "\"service_name\":\"testing.v1.Streams\",\"method_name\":\"count\"";
    private static final String ACCEPT =
            message("1", "credit", "\"items\":0").replace("},", ",\"accept\":{\"wire\":1}},");

    @Test
    void stopsReadingAStrangerWhoseItemsNobodyReads() throws Exception {
        AtomicLong written = new AtomicLong();
        String item = message("1", "item", "\"item\":0");
        try (ScriptedServer server = new ScriptedServer((in, socket) -> {
                    in.readLine();
                    while (true) {
                        answer(socket, item);
                        written.incrementAndGet();
                    }
                });
                RpcClient client = RpcClient.connect(server.target())) {
            RpcStream<Long> items = count(client);
            assertEquals(0, items.next());
            long last = -1;
            for (int quiet = 0; quiet < 20; quiet++) {
                TimeUnit.MILLISECONDS.sleep(10);
                quiet = last == written.get() ? quiet : 0;
                last = written.get();
            }
            // what the sockets of this machine hold, and not more
            assertTrue(last < 20_000_000 / item.length(), "written: " + last);
            for (long i = 0; i < last + 1_000; i++) {
                items.next();
            }
            items.close();
        }
    }

    @Test
    void givesCreditAndCancels() throws Exception {
        try (ScriptedServer server = new ScriptedServer((in, socket) -> {
                    in.readLine();
                    answer(socket, ACCEPT);
                    for (int i = 0; i < 16; i++) {
                        answer(socket, message("1", "item", "\"item\":" + i));
                    }
                    while (in.readLine() != null) {
                        // until the client goes
                    }
                });
                RpcClient client = RpcClient.connect(server.target())) {
            RpcStream<Long> items = count(client);
            for (long i = 0; i < 16; i++) {
                assertEquals(i, items.next());
            }
            server.lines.take(); // the request
            String credit = server.lines.take();
            String count = credit.replaceFirst(".*\"items\":(\\d+).*", "$1");
            assertEquals(message("1", "credit", "\"items\":" + count).strip(), credit);
            items.close();
            assertEquals(message("1", "cancel", "").strip(), server.lines.take());
        }
    }

    @Test
    void goesToAnotherServerWhenOneRefusesAStream() throws Exception {
        String refusal = "\"error\":{\"code\":\"UNAVAILABLE\",\"message\":\"shutting down\",\"processed\":\"no\"}";
        for (String kind : List.of("", "end")) {
            try (ScriptedServer leaving = new ScriptedServer(ScriptedServer.answering(message("ID", kind, refusal)));
                    ScriptedServer serving = new ScriptedServer(
                            ScriptedServer.answering(message("ID", "item", "\"item\":7") + message("ID", "end", "")));
                    RpcClient client = RpcClient.builder(
                                    leaving.target() + "," + serving.target().substring(6))
                            .balancer(RoundRobin::new)
                            .build()) {
                for (int i = 0; i < 2; i++) {
                    RpcStream<Long> items = count(client);
                    assertEquals(7, items.next());
                    assertFalse(items.hasNext());
                }
                assertTrue(leaving.connections.get() > 0);
            }
        }
    }

    @Test
    void cancelsAStreamThatIsClosedBeforeItsFirstItem() throws Exception {
        String accepting = message("1", "", "\"result\":7").replace("},", ",\"accept\":{\"wire\":1}},");
        try (ScriptedServer server = new ScriptedServer((in, socket) -> {
                    in.readLine();
                    answer(socket, accepting);
                    while (in.readLine() != null) {
                        // until the client goes
                    }
                });
                RpcClient client = RpcClient.connect(server.target())) {
            new Caller(client).call(StreamService.PING, List.of(7L));
            server.lines.take();
            RpcStream<Long> items = count(client);
            server.lines.take(); // the request
            items.close();
            assertEquals(message("2", "cancel", "").strip(), server.lines.take());
        }
    }

    @Test
    void failsAStreamOfMoreItemsThanItHasCreditFor() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer((in, socket) -> {
                    in.readLine();
                    answer(socket, ACCEPT + message("1", "item", "\"item\":0"));
                    read.await();
                    answer(socket, message("1", "item", "\"item\":0").repeat(10_000));
                    sent.countDown();
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        if (line.contains("ping")) {
                            String id = line.replaceFirst(".*\"request_id\":(\\d+).*", "$1");
                            answer(socket, message(id, "", "\"result\":7"));
                        }
                    }
                });
                RpcClient client = RpcClient.connect(server.target())) {
            RpcStream<Long> items = count(client);
            items.next();
            read.countDown();
            sent.await();
            assertEquals(7, new Caller(client).call(StreamService.PING, List.of(7L)));
            RpcException thrown = assertThrows(RpcException.class, () -> {
                while (true) {
                    items.next();
                }
            });
            assertEquals("RESOURCE_EXHAUSTED: the server sent more items than it had credit for", thrown.getMessage());
        }
    }

    @Test
    void dropsWhatIsSentAfterTheServersEnd() throws Exception {
        try (ScriptedServer server = new ScriptedServer((in, socket) -> {
                    in.readLine();
                    answer(socket, ACCEPT + message("1", "end", ""));
                    while (in.readLine() != null) {
                        // until the client goes
                    }
                });
                RpcClient client = RpcClient.connect(server.target());
                BidiStream<String, String> talk =
                        new Caller(client).bidiStream(StreamService.ECHO, Codecs.STRING, List.of())) {
            assertFalse(talk.hasNext());
            for (int i = 0; i < 1_000; i++) {
                talk.send("late");
            }
            talk.finish();
        }
    }

    private static RpcStream<Long> count(RpcClient client) {
        return new Caller(client).serverStream(StreamService.COUNT, List.of(1L));
    }

    private static String message(String id, String kind, String body) {
        return "{\"header\":{\"request_id\":" + id + "," + NAMES + (kind.isEmpty() ? "" : ",\"kind\":\"" + kind + "\"")
                + "},\"body\":{" + body + "}}\n";
    }

    private static void answer(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
