package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.BidiStream;
import io.rpcidl.runtime.ItemSink;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.json.Codecs;
import io.rpcidl.runtime.json.JsonLimits;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client's streams beside servers that nobody here wrote: strangers, broken ones, hostile ones. */
@Timeout(60)
class StreamPeersTest {

    private static final String NAMES = "\"service_name\":\"testing.v1.Streams\",\"method_name\":\"count\"";
    private static final String ACCEPT =
            message("1", "credit", "\"items\":0").replace("},", ",\"accept\":{\"wire\":1}},");

    @Test
    void readsAStrangersItems() throws Exception {
        try (ScriptedServer server = new ScriptedServer((in, socket) -> {
                    in.readLine();
                    for (int i = 0; i < 1_000; i++) {
                        answer(socket, message("1", "item", "\"item\" :\n " + i));
                    }
                    answer(socket, message("1", "end", ""));
                });
                RpcClient client = RpcClient.connect(server.target())) {
            for (int n = 0; n < 3; n++) {
                RpcStream<Long> items = count(client);
                for (long i = 0; i < 1_000; i++) {
                    assertEquals(i, items.next());
                }
                assertFalse(items.hasNext());
            }
            assertEquals(3, server.connections.get());
            assertEquals(3, server.lines.size()); // no credit
        }
    }

    @Test
    void sendsAStrangerItemsWithoutCredit() throws Exception {
        try (ScriptedServer server = new ScriptedServer((in, socket) -> {
                    for (String line = in.readLine(); !line.contains("\"kind\":\"end\""); line = in.readLine()) {
                        // they are counted below
                    }
                    answer(socket, message("1", "", "\"result\":5"));
                });
                RpcClient client = RpcClient.connect(server.target())) {
            try (ItemSink<Long, Long> sink =
                    new Caller(client).clientStream(StreamService.SUM, Codecs.INT64, List.of())) {
                for (long i = 0; i < 1_000; i++) {
                    sink.send(i);
                }
                assertEquals(5, sink.finish());
            }
            assertEquals(
                    "{\"header\":{\"request_id\":1,\"service_name\":\"testing.v1.Streams\",\"method_name\":\"sum\","
                            + "\"offer\":{\"wire\":1}},\"body\":{\"params\":[]}}",
                    server.lines.poll());
            for (int i = 0; i < 1_000; i++) {
                assertEquals(
                        message("1", "item", "\"item\":" + i)
                                .replace("count", "sum")
                                .strip(),
                        server.lines.poll());
            }
            assertEquals(message("1", "end", "").replace("count", "sum").strip(), server.lines.poll());
        }
    }

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
    void failsAStreamWhoseConnectionBreaks() throws Exception {
        for (String first : new String[] {"", ACCEPT}) {
            try (ScriptedServer server = new ScriptedServer((in, socket) -> {
                        in.readLine();
                        answer(socket, first + message("1", "item", "\"item\":1"));
                    });
                    RpcClient client = RpcClient.connect(server.target())) {
                RpcStream<Long> items = count(client);
                RpcException thrown = assertThrows(RpcException.class, () -> {
                    items.next();
                    items.next();
                });
                assertEquals(StatusCode.UNAVAILABLE, thrown.code());
                assertEquals(Processed.MAYBE, thrown.status().processed());
            }
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "item | 'item':'a' | INTERNAL | the answer is not what the contract says",
                "item | 'item':1,, | INTERNAL | the answer is not what the contract says",
                "item | ''         | INTERNAL | missing required member 'item'",
                "''   | 'result':1 | INTERNAL | one answer where items were due",
                "''   | 'error':{'code':'ABORTED','message':'ill'} | ABORTED | ill",
                "end  | 'error':{'code':'ABORTED','message':'ill'} | ABORTED | ill",
                "end  | 'error':{'code':'NEW','message':'ill'}     | UNKNOWN | ill",
                "end  | 'error':[  | INTERNAL | cannot be read",
                "item | 'item':'LONG' | RESOURCE_EXHAUSTED | answer longer than 1000 bytes",
            })
    void failsOnlyAStreamThatIsAnsweredWrong(String kind, String body, String code, String message) throws Exception {
        String json = body.replace('\'', '"').replace("LONG", "x".repeat(2_000));
        try (ScriptedServer server = new ScriptedServer((in, socket) -> {
                    in.readLine();
                    answer(socket, ACCEPT + message("1", kind, json));
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        String id = line.replaceFirst(".*\"request_id\":(\\d+).*", "$1");
                        answer(socket, message(id, "item", "\"item\":4") + message(id, "end", ""));
                    }
                });
                RpcClient client = RpcClient.builder(server.target())
                        .limits(new JsonLimits(1_000, 64))
                        .build()) {
            RpcException thrown =
                    assertThrows(RpcException.class, () -> count(client).next());
            assertEquals(StatusCode.valueOf(code), thrown.code(), thrown.getMessage());
            assertTrue(thrown.getMessage().contains(message), thrown.getMessage());
            RpcStream<Long> again = count(client);
            assertEquals(4, again.next());
            assertFalse(again.hasNext());
            assertEquals(1, server.connections.get());
        }
    }

    @Test
    void failsAStreamOfMoreItemsThanItHasCreditFor() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer((in, socket) -> {
                    in.readLine();
                    answer(socket, ACCEPT + message("1", "item", "\"item\":0").repeat(10_000));
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
    void failsACallThatIsAnsweredWithItems() throws Exception {
        try (ScriptedServer server = new ScriptedServer((in, socket) -> {
                    in.readLine();
                    answer(socket, message("1", "item", "\"item\":1"));
                    in.readLine();
                });
                RpcClient client = RpcClient.connect(server.target())) {
            RpcException thrown =
                    assertThrows(RpcException.class, () -> new Caller(client).call(StreamService.PING, List.of(7L)));
            assertEquals("INTERNAL: items where one answer was due", thrown.getMessage());
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
