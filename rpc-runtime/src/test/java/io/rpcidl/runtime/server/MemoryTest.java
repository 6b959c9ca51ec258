package io.rpcidl.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.Codec;
import io.rpcidl.json.Codecs;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.MethodDescriptor.Kind;
import io.rpcidl.runtime.MethodTraits;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.stub.Caller;
import io.rpcidl.runtime.stub.ServiceDefinition;
import io.rpcidl.runtime.testing.Publishing;
import io.rpcidl.runtime.testing.RawSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One budget for all connections: whoever takes much of it is refused, and nobody else notices. */
@Timeout(60)
class MemoryTest {

    private static final int MIB = 1 << 20;
    private static final Codec<List<String>> TEXTS = Codecs.list(Codecs.STRING);
    private static final MethodDescriptor<List<String>, Long> HOLD = method("hold", Kind.UNARY, Codecs.INT64);
    private static final MethodDescriptor<List<String>, String> LARGE = method("large", Kind.UNARY, Codecs.STRING);
    private static final MethodDescriptor<List<String>, String> INLINE =
            method("inline", Kind.UNARY, Codecs.STRING).with(MethodTraits.NONE.asNonblocking());
    private static final MethodDescriptor<List<String>, Long> UNREAD =
            method("unread", Kind.CLIENT_STREAM, Codecs.INT64);

    private final CountDownLatch release = new CountDownLatch(1);
    private final Semaphore begun = new Semaphore(0);
    private RpcServer server;
    private RpcClient client;

    @BeforeEach
    void start() throws IOException {
        ServiceDefinition service = new ServiceDefinition("testing.v1.Memory")
                .blocking(HOLD, params -> {
                    begun.release();
                    release.await();
                    return (long) params.get(0).length();
                })
                .blocking(LARGE, params -> "x".repeat(MIB))
                .blocking(INLINE, params -> "x".repeat(MIB))
                .clientStream(UNREAD, Codecs.STRING, (params, in) -> {
                    begun.release();
                    release.await();
                    return 0L;
                });
        server = RpcServer.builder().add(() -> service).memoryBudget(4 * MIB).start();
        client =
                RpcClient.builder("rpc://" + server.endpoint()).withoutRetries().build();
    }

    @AfterEach
    void stop() {
        release.countDown();
        client.close();
        server.close();
    }

    @Test
    void refusesAMessageThatNoRoomIsLeftForBesideThoseThatHaveNotEnded() throws Exception {
        String half = request("hold", "[\"" + "x".repeat(2 * MIB)).substring(0, 3 * MIB / 2);
        String large = request("none", "[\"" + "x".repeat(2 * MIB) + "\"]");
        try (RawSocket modest = new RawSocket(server.port())) {
            String answer = "";
            for (int i = 0; i < 100 && !answer.contains("RESOURCE_EXHAUSTED"); i++) {
                try (RawSocket greedy = new RawSocket(server.port())) {
                    greedy.send(half); // which the server may not have read before the other one comes
                    answer = modest.send(large).line();
                }
            }
            assertTrue(answer.contains("\"retry_after_ms\":1000}"), answer);
            assertTrue(answer.contains("\"error\":{\"code\":\"RESOURCE_EXHAUSTED\""), answer);
            assertTrue(answer.contains("\"processed\":\"no\""), answer);
            for (int i = 0; i < 100 && answer.contains("RESOURCE_EXHAUSTED"); i++) {
                answer = modest.send(large).line(); // until the server has noticed that the other one is gone
            }
            assertTrue(answer.contains("UNIMPLEMENTED"), answer);
        }
    }

    @Test
    void refusesALargeRequestBesideThoseInFlightAndTakesItAgainAfterwards() throws Exception {
        Caller caller = new Caller(client);
        List<CompletableFuture<Long>> held = new ArrayList<>();
        RpcException refused = null;
        while (refused == null) {
            CompletableFuture<Long> next = caller.callAsync(HOLD, List.of("x".repeat(MIB)));
            CompletableFuture<?> begins = CompletableFuture.runAsync(begun::acquireUninterruptibly);
            CompletableFuture.anyOf(next.exceptionally(failed -> -1L), begins).get(20, TimeUnit.SECONDS);
            if (next.isDone()) {
                refused = RpcException.of(next.handle((done, failed) -> failed).join());
                begun.release();
            } else {
                held.add(next);
            }
        }
        assertEquals(3, held.size());
        Status status = refused.status();
        assertEquals(StatusCode.RESOURCE_EXHAUSTED, status.code());
        assertEquals("the server's memory for large messages is used up", status.message());
        assertEquals(Duration.ofSeconds(1), status.retryAfter());
        release.countDown();
        for (CompletableFuture<Long> each : held) {
            assertEquals(MIB, each.get(20, TimeUnit.SECONDS));
        }
        assertEquals(MIB, caller.call(HOLD, List.of("x".repeat(MIB))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"large", "inline"})
    void closesAConnectionThatDoesNotReadItsAnswers(String method) throws Exception {
        try (RawSocket lazy = new RawSocket(server.port())) {
            lazy.send(request(method, "[]").repeat(20));
            assertThrows(IOException.class, () -> {
                for (int i = 0; i < 10_000; i++) { // until it is closed
                    lazy.send(" ");
                    TimeUnit.MILLISECONDS.sleep(1);
                }
            });
        }
        assertEquals(MIB, new Caller(client).call(LARGE, List.of()).length());
    }

    @Test
    void endsStreamsWhoseItemsNobodyReads() throws Exception {
        Caller caller = new Caller(client);
        List<CompletableFuture<Long>> sums = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Publishing<String> items = new Publishing<>(out -> {
                for (int k = 0; k < 16; k++) { // which are taken without credit
                    out.write("x".repeat(MIB / 8));
                }
                begun.acquireUninterruptibly(1_000); // never
            });
            sums.add(caller.clientStreamAsync(UNREAD, Codecs.STRING, List.of(), items));
        }
        ExecutionException ended = assertThrows(
                ExecutionException.class,
                () -> CompletableFuture.anyOf(sums.toArray(CompletableFuture[]::new))
                        .get(20, TimeUnit.SECONDS));
        Status status = RpcException.of(ended).status();
        assertEquals(StatusCode.RESOURCE_EXHAUSTED, status.code());
        assertTrue(status.message().startsWith("the server's memory for "), status.message());
    }

    private static String request(String method, String params) {
        return "{\"header\":{\"request_id\":1,\"service_name\":\"testing.v1.Memory\",\"method_name\":\"" + method
                + "\"},\"body\":{\"params\":" + params + "}}\n";
    }

    private static <R> MethodDescriptor<List<String>, R> method(String name, Kind kind, Codec<R> result) {
        return new MethodDescriptor<>("testing.v1.Memory", name, kind, TEXTS, result, MethodTraits.NONE);
    }
}
