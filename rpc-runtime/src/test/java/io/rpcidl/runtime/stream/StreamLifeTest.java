package io.rpcidl.runtime.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.Codecs;
import io.rpcidl.runtime.BidiStream;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.ItemSink;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.stub.Caller;
import io.rpcidl.runtime.testing.Collecting;
import io.rpcidl.runtime.testing.Publishing;
import io.rpcidl.runtime.testing.StreamService;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How fast streams go, and how they end before their end, over a real socket. */
@Timeout(60)
class StreamLifeTest {

    /** What may be on its way between a writer and a reader that accepted each other. */
    private static final int WINDOW = InboundItems.MOST + 32;

    private final StreamService service = new StreamService(false);
    private RpcServer server;
    private RpcClient client;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.builder()
                .add(service)
                .drainTimeout(Duration.ofSeconds(1))
                .start();
        client = RpcClient.connect("rpc://" + server.endpoint());
        caller = new Caller(client);
    }

    @AfterEach
    void stop() {
        service.close();
        client.close();
        server.close();
    }

    // ---- pace

    @Test
    void holdsTheWriterBackAndNobodyElse() throws Exception {
        RpcStream<Long> items = endless();
        for (long i = 0; i < 1_000; i++) {
            assertEquals(i, items.next());
        }
        long written = stopped(service.written);
        assertTrue(written <= 1_000 + WINDOW, "written: " + written);
        ping();
        for (long i = 1_000; i < 3_000; i++) {
            assertEquals(i, items.next());
        }
        items.close();
    }

    @Test
    void holdsTheSenderBackAndNobodyElse() throws Exception {
        ping(); // so that the connection is shared from here on
        AtomicLong sent = new AtomicLong();
        CompletableFuture<Long> sum = CompletableFuture.supplyAsync(() -> {
            try (ItemSink<Long, Long> sink = caller.clientStream(StreamService.HOLD, Codecs.INT64, List.of())) {
                for (long i = 0; i < 5_000; i++) {
                    sink.send(i);
                    sent.incrementAndGet();
                }
                return sink.finish();
            }
        });
        assertEquals("hold", service.begun.poll(20, TimeUnit.SECONDS));
        long before = stopped(sent);
        assertTrue(before > 0 && before <= WINDOW, "sent: " + before);
        ping();
        assertFalse(sum.isDone());
        service.release.countDown();
        assertEquals(5_000L * 4_999 / 2, sum.get());
    }

    @Test
    void letsOthersPassAStreamThatWasOpenedBeforeAnythingWasAccepted() throws Exception {
        AtomicLong sent = new AtomicLong();
        Publishing<Long> numbers = new Publishing<>(out -> {
            for (long i = 0; i < 50_000; i++) {
                out.write(i);
                sent.incrementAndGet();
            }
        });
        CompletableFuture<Long> sum = caller.clientStreamAsync(StreamService.HOLD, Codecs.INT64, List.of(), numbers);
        assertEquals("hold", service.begun.poll(20, TimeUnit.SECONDS));
        stopped(sent);
        ping();
        service.release.countDown();
        assertEquals(50_000L * 49_999 / 2, sum.get());
    }

    @Test
    void asksAPublisherForNoMoreThanTheReaderTakes() throws Exception {
        ping();
        Collecting<String> answers = new Collecting<>(0);
        AtomicLong sent = new AtomicLong();
        Publishing<String> texts = new Publishing<>(out -> {
            while (true) {
                out.write("x".repeat(10_000));
                sent.incrementAndGet();
            }
        });
        caller.bidiStreamAsync(StreamService.ECHO, Codecs.STRING, List.of(), texts)
                .subscribe(answers);
        long most = stopped(sent); // the answers are not read, so the handler does not read either
        assertTrue(most <= 2L * WINDOW, "sent: " + most);
        ping();
        answers.subscription.get().cancel();
    }

    @Test
    void mixesStreamsAndCallsOnOneConnection() throws Exception {
        ping();
        AtomicLong pings = new AtomicLong();
        List<CompletableFuture<Long>> counts = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    long next = 0;
                    try (RpcStream<Long> items = caller.serverStream(StreamService.COUNT, List.of(2_000L))) {
                        while (items.hasNext()) {
                            assertEquals(next++, items.next());
                            if (next % 100 == 0) {
                                ping();
                                pings.incrementAndGet();
                            }
                        }
                    }
                    return next;
                }))
                .toList();
        for (CompletableFuture<Long> count : counts) {
            assertEquals(2_000, count.get());
        }
        assertEquals(160, pings.get());
    }

    // ---- ends before the end

    @Test
    void tellsTheHandlerThatTheReaderHasGone() throws Exception {
        try (RpcStream<Long> items = endless()) {
            assertEquals(0, items.next());
        }
        RpcException end = service.ends.poll(20, TimeUnit.SECONDS);
        assertEquals(StatusCode.CANCELLED, end.code());
        ping();
    }

    @Test
    void tellsTheHandlerThatTheSubscriberHasGone() throws Exception {
        Collecting<Long> items = new Collecting<>(1);
        caller.serverStreamAsync(StreamService.ENDLESS, List.of()).subscribe(items);
        assertEquals("endless", service.begun.poll(20, TimeUnit.SECONDS));
        items.subscription.get().cancel();
        assertEquals(
                StatusCode.CANCELLED, service.ends.poll(20, TimeUnit.SECONDS).code());
    }

    @Test
    void cancelsASinkThatIsClosedBeforeItsEnd() throws Exception {
        ping();
        ItemSink<Long, Long> sink = caller.clientStream(StreamService.SUM, Codecs.INT64, List.of());
        sink.send(1L);
        assertEquals("sum", service.begun.poll(20, TimeUnit.SECONDS));
        sink.close();
        assertEquals(
                "CANCELLED: the caller has cancelled",
                service.ends.poll(20, TimeUnit.SECONDS).getMessage());
        RpcException thrown = assertThrows(RpcException.class, sink::finish);
        assertEquals(StatusCode.CANCELLED, thrown.code());
    }

    @Test
    void cancelsATalkThatIsClosed() throws Exception {
        BidiStream<String, String> talk = caller.bidiStream(StreamService.ECHO, Codecs.STRING, List.of());
        talk.send("a");
        assertEquals("a", talk.next());
        talk.close();
        assertEquals(
                StatusCode.CANCELLED,
                assertThrows(RpcException.class, talk::hasNext).code());
        assertEquals(
                StatusCode.CANCELLED,
                assertThrows(RpcException.class, () -> talk.send("b")).code());
        ping();
    }

    @Test
    void cancelsAPublisherWhoseCallIsOver() throws Exception {
        Publishing<Long> endless = new Publishing<>(out -> {
            while (true) {
                out.write(1L);
            }
        });
        Caller hurried = caller.with(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(200)));
        CompletableFuture<Long> sum = hurried.clientStreamAsync(StreamService.SUM, Codecs.INT64, List.of(), endless);
        assertEquals(StatusCode.DEADLINE_EXCEEDED, failure(sum).code());
        StatusCode end = service.ends.poll(20, TimeUnit.SECONDS).code(); // whoever of the two looks first
        assertTrue(end == StatusCode.CANCELLED || end == StatusCode.DEADLINE_EXCEEDED, end.name());
        awaitTrue(endless.cancelled::get);
    }

    @Test
    void failsACallWhoseItemsFail() throws Exception {
        Publishing<Long> failing = new Publishing<>(out -> {
            out.write(1L);
            awaitBegun("sum"); // what is given up earlier is not begun
            throw new IllegalStateException("no more");
        });
        CompletableFuture<Long> sum = caller.clientStreamAsync(StreamService.SUM, Codecs.INT64, List.of(), failing);
        RpcException thrown = failure(sum);
        assertEquals(StatusCode.CANCELLED, thrown.code());
        assertTrue(thrown.getMessage().contains("no more"), thrown.getMessage());
        assertGone(service.ends.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void failsOnlyTheStreamWhoseItemCannotBeSent() throws Exception {
        ping();
        try (BidiStream<String, String> talk = caller.bidiStream(StreamService.ECHO, Codecs.STRING, List.of())) {
            talk.send("\ud800");
            assertEquals(
                    StatusCode.INVALID_ARGUMENT,
                    assertThrows(RpcException.class, talk::hasNext).code());
        }
        try (BidiStream<String, String> talk = caller.bidiStream(StreamService.ECHO, Codecs.STRING, List.of())) {
            talk.send("x".repeat(5_000_000));
            assertEquals(
                    StatusCode.RESOURCE_EXHAUSTED,
                    assertThrows(RpcException.class, talk::hasNext).code());
        }
        ping();
    }

    @Test
    void endsAStreamAtItsDeadline() throws Exception {
        Caller hurried = caller.with(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(200)));
        RpcStream<Long> items = hurried.serverStream(StreamService.ENDLESS, List.of());
        RpcException thrown = assertThrows(RpcException.class, () -> {
            while (true) {
                items.next();
            }
        });
        assertEquals(StatusCode.DEADLINE_EXCEEDED, thrown.code());
        assertEquals(
                StatusCode.CANCELLED, service.ends.poll(20, TimeUnit.SECONDS).code());
        ping();
    }

    @Test
    void endsAStreamThatIsSilentOnBothSides() throws Exception {
        try (RpcClient impatient = RpcClient.builder("rpc://" + server.endpoint())
                .streamSilence(Duration.ofMillis(100))
                .build()) {
            RpcStream<String> talk = new Caller(impatient).bidiStream(StreamService.ECHO, Codecs.STRING, List.of());
            RpcException thrown = assertThrows(RpcException.class, talk::hasNext);
            assertEquals(StatusCode.DEADLINE_EXCEEDED, thrown.code());
        }
        try (RpcServer impatient = RpcServer.builder()
                        .add(service)
                        .streamSilence(Duration.ofMillis(100))
                        .start();
                RpcClient patient = RpcClient.connect("rpc://" + impatient.endpoint())) {
            RpcStream<String> talk = new Caller(patient).bidiStream(StreamService.ECHO, Codecs.STRING, List.of());
            RpcException thrown = assertThrows(RpcException.class, talk::hasNext);
            assertEquals("DEADLINE_EXCEEDED: no message of the stream for 100 ms", thrown.getMessage());
        }
    }

    @Test
    void failsBothSidesWhenTheConnectionBreaks() throws Exception {
        RpcStream<Long> items = endless();
        assertEquals(0, items.next());
        assertEquals("endless", service.begun.poll(20, TimeUnit.SECONDS));
        ItemSink<Long, Long> sink = caller.clientStream(StreamService.SUM, Codecs.INT64, List.of());
        sink.send(1L);
        assertEquals("sum", service.begun.poll(20, TimeUnit.SECONDS));
        client.close();
        RpcException thrown = assertThrows(RpcException.class, () -> {
            while (true) {
                items.next();
            }
        });
        assertEquals(StatusCode.UNAVAILABLE, thrown.code());
        assertEquals(Processed.MAYBE, thrown.status().processed());
        assertEquals(
                StatusCode.UNAVAILABLE,
                assertThrows(RpcException.class, sink::finish).code());
        assertGone(service.ends.poll(20, TimeUnit.SECONDS));
        assertGone(service.ends.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void failsStreamsThatReachNobody() throws Exception {
        server.close();
        RpcStream<Long> items = caller.serverStream(StreamService.COUNT, List.of(1L));
        assertEquals(
                StatusCode.UNAVAILABLE,
                assertThrows(RpcException.class, items::hasNext).code());
        ItemSink<Long, Long> sink = caller.clientStream(StreamService.SUM, Codecs.INT64, List.of());
        RpcException thrown = assertThrows(RpcException.class, () -> sink.send(1L));
        assertEquals(Processed.NO, thrown.status().processed());
        BidiStream<String, String> talk = caller.bidiStream(StreamService.ECHO, Codecs.STRING, List.of());
        assertThrows(RpcException.class, () -> talk.send("a"));
    }

    @Test
    void goesToAServerThatCanBeReached() {
        try (RpcClient two = RpcClient.connect("rpc://127.0.0.1:1," + server.endpoint())) {
            for (int i = 0; i < 4; i++) {
                try (ItemSink<Long, Long> sink =
                        new Caller(two).clientStream(StreamService.SUM, Codecs.INT64, List.of())) {
                    sink.send(5L);
                    assertEquals(5, sink.finish());
                }
            }
        }
    }

    @Test
    void endsWhatIsInterrupted() throws Exception {
        RpcStream<String> talk = caller.bidiStream(StreamService.ECHO, Codecs.STRING, List.of());
        Thread.currentThread().interrupt();
        assertEquals(
                StatusCode.CANCELLED,
                assertThrows(RpcException.class, talk::hasNext).code());
        assertTrue(Thread.interrupted());
        ping();
    }

    // ---- filters

    @Test
    void showsFiltersTheItemsOfBothSides() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        try (RpcServer filtered = RpcServer.builder()
                        .add(service)
                        .filter((call, next) -> {
                            seen.add("server " + call.metadata().get("user") + " " + (call.items() != null));
                            return next.invoke(call);
                        })
                        .start();
                RpcClient filtering = RpcClient.builder("rpc://" + filtered.endpoint())
                        .filter((call, next) -> next.invoke(
                                        call.withMetadata(call.metadata().with("user", "anna")))
                                .thenApply(reply -> new Reply.Stream(doubled(assertInstanceOf(Reply.Stream.class, reply)
                                        .items()))))
                        .build()) {
            Collecting<Long> items = new Collecting<>(2);
            new Caller(filtering)
                    .serverStreamAsync(StreamService.COUNT, List.of(3L))
                    .subscribe(items);
            assertEquals(List.of(0L, 2L, 4L), items.all.get());
        }
        assertEquals("server anna false", seen.poll());
    }

    private static Flow.Publisher<Payload> doubled(Flow.Publisher<Payload> items) {
        return new ItemRelay<>(
                items,
                item -> Payload.of(Codecs.INT64, 2 * item.readWith(Codecs.INT64)),
                failure -> failure,
                Runnable::run);
    }

    // ----

    private RpcStream<Long> endless() {
        return caller.serverStream(StreamService.ENDLESS, List.of());
    }

    private void awaitBegun(String method) {
        try {
            assertEquals(method, service.begun.poll(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void ping() {
        assertEquals(7, caller.call(StreamService.PING, List.of(7L)));
    }

    /** How a handler learns that a connection is gone depends on what it does just then. */
    private static void assertGone(RpcException end) {
        assertTrue(end.code() == StatusCode.CANCELLED || end.code() == StatusCode.UNAVAILABLE, end.getMessage());
    }

    private static RpcException failure(CompletableFuture<?> future) throws Exception {
        ExecutionException thrown = assertThrows(ExecutionException.class, () -> future.get(20, TimeUnit.SECONDS));
        return assertInstanceOf(RpcException.class, thrown.getCause());
    }

    /** Returns a count once it has not changed for a while. What is asserted of it holds at any time, only more weakly. */
    private static long stopped(AtomicLong count) throws InterruptedException {
        long last = -1;
        for (int quiet = 0; quiet < 20; quiet++) {
            TimeUnit.MILLISECONDS.sleep(10);
            long now = count.get();
            quiet = now == last && now > 0 ? quiet : 0;
            last = now;
        }
        return last;
    }

    private static void awaitTrue(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(1); // the test's timeout ends this
        }
    }
}
