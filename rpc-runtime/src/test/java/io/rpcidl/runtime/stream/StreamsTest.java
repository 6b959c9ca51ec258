package io.rpcidl.runtime.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.Codecs;
import io.rpcidl.runtime.BidiStream;
import io.rpcidl.runtime.ItemSink;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.stub.Caller;
import io.rpcidl.runtime.testing.Collecting;
import io.rpcidl.runtime.testing.Publishing;
import io.rpcidl.runtime.testing.StreamService;
import io.rpcidl.runtime.testing.contract.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every kind of stream, blocking and not on both sides, over a real socket. */
@Timeout(60)
abstract class StreamsTest {

    private final StreamService service;
    private RpcServer server;
    private RpcClient client;
    private Caller caller;

    StreamsTest(boolean async) {
        service = new StreamService(async);
    }

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.builder().add(service).start();
        client = RpcClient.connect("rpc://" + server.endpoint());
        caller = new Caller(client);
    }

    @AfterEach
    void stop() {
        service.close();
        client.close();
        server.close();
    }

    @Test
    void readsAServersItemsInTheirOrder() {
        assertEquals(numbers(10_000), count(10_000));
        assertEquals(numbers(1), count(1));
        assertEquals(List.of(), count(0));
    }

    @Test
    void isToldAServersItemsInTheirOrder() throws Exception {
        for (int atATime : new int[] {1, 3, 1_000, 20_000}) {
            Collecting<Long> items = new Collecting<>(atATime);
            caller.serverStreamAsync(StreamService.COUNT, List.of(10_000L)).subscribe(items);
            assertEquals(numbers(10_000), items.all.get());
        }
        Collecting<Long> none = new Collecting<>(1);
        caller.serverStreamAsync(StreamService.COUNT, List.of(0L)).subscribe(none);
        assertEquals(List.of(), none.all.get());
    }

    @Test
    void sendsItemsAndGetsOneAnswer() {
        for (int count : new int[] {0, 1, 10_000}) {
            try (ItemSink<Long, Long> sum = caller.clientStream(StreamService.SUM, Codecs.INT64, List.of())) {
                numbers(count).forEach(sum::send);
                assertEquals(count * (count - 1L) / 2, sum.finish());
            }
        }
    }

    @Test
    void sendsAPublishersItemsAndGetsOneAnswer() throws Exception {
        for (int count : new int[] {0, 1, 10_000}) {
            CompletableFuture<Long> sum =
                    caller.clientStreamAsync(StreamService.SUM, Codecs.INT64, List.of(), Publishing.of(numbers(count)));
            assertEquals(count * (count - 1L) / 2, sum.get());
        }
    }

    @Test
    void talksBothWays() {
        try (BidiStream<String, String> talk = caller.bidiStream(StreamService.ECHO, Codecs.STRING, List.of())) {
            for (int i = 0; i < 2_000; i++) {
                talk.send("hé " + i);
                assertEquals("hé " + i, talk.next());
            }
            talk.finish();
            assertFalse(talk.hasNext());
        }
    }

    @Test
    void talksBothWaysWithPublishers() throws Exception {
        List<String> texts = IntStream.range(0, 10_000).mapToObj(i -> "t" + i).toList();
        Collecting<String> answers = new Collecting<>(7);
        caller.bidiStreamAsync(StreamService.ECHO, Codecs.STRING, List.of(), Publishing.of(texts))
                .subscribe(answers);
        assertEquals(texts, answers.all.get());
    }

    @Test
    void throwsTheContractsErrorBehindTheItems() {
        RpcStream<Long> items = caller.serverStream(StreamService.FAIL, List.of(3L));
        assertEquals(0, items.next());
        assertEquals(1, items.next());
        assertEquals(2, items.next());
        RefusedException thrown = assertThrows(RefusedException.class, items::hasNext);
        assertEquals("FAILED_PRECONDITION: enough", thrown.getMessage());
        assertEquals("busy", thrown.reason());
        assertThrows(RefusedException.class, items::next);
    }

    @Test
    void tellsTheContractsErrorBehindTheItems() {
        Collecting<Long> items = new Collecting<>(2);
        caller.serverStreamAsync(StreamService.FAIL, List.of(3L)).subscribe(items);
        ExecutionException thrown = assertThrows(ExecutionException.class, items.all::get);
        assertEquals(
                "busy",
                assertInstanceOf(RefusedException.class, thrown.getCause()).reason());
    }

    @Test
    void keepsTheSecretsOfHandlers() {
        RpcStream<Long> items = caller.serverStream(StreamService.FAIL, List.of(-1L));
        RpcException thrown = assertThrows(RpcException.class, items::hasNext);
        assertEquals(StatusCode.INTERNAL, thrown.code());
        assertTrue(thrown.getMessage().startsWith("INTERNAL: internal error "), thrown.getMessage());
    }

    private List<Long> count(long most) {
        List<Long> items = new ArrayList<>();
        try (RpcStream<Long> stream = caller.serverStream(StreamService.COUNT, List.of(most))) {
            stream.forEachRemaining(items::add);
        }
        return items;
    }

    private static List<Long> numbers(long most) {
        return LongStream.range(0, most).boxed().toList();
    }
}
