package io.rpcidl.runtime.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.Codecs;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.ItemSink;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.client.RpcClientBuilder;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.server.RpcServerBuilder;
import io.rpcidl.runtime.stub.Caller;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.StreamService;
import io.rpcidl.runtime.testing.contract.Echo;
import io.rpcidl.runtime.testing.contract.EchoAsync;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What faults do to calls, on either side. */
@Timeout(60)
class FaultFilterTest {

    private static final Status BROKEN = Status.maybeProcessed(StatusCode.DATA_LOSS, "broken off");

    enum Side {
        CLIENT,
        SERVER
    }

    private final EchoService service = new EchoService();
    private final StreamService streams = new StreamService(false);
    private final List<AutoCloseable> open = new ArrayList<>();

    private RpcClient with(Side side, FaultFilter faults) throws IOException {
        RpcServerBuilder server = RpcServer.builder().inProcess().add(service).add(streams);
        if (side == Side.SERVER) {
            server.filter(faults);
        }
        RpcServer started = server.start();
        open.add(started);
        RpcClientBuilder client =
                RpcClient.builder("rpc://" + started.endpoint()).inProcess();
        if (side == Side.CLIENT) {
            client.filter(faults);
        }
        RpcClient connected = client.build();
        open.add(0, connected);
        return connected;
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        streams.close();
    }

    @ParameterizedTest
    @EnumSource
    void theFirstCallsFailAndTheNextOnesDoNot(Side side) throws IOException {
        FaultFilter faults = FaultFilter.failing(Status.processed(StatusCode.ABORTED, "not now"))
                .of("testing.v1.Echo.echo")
                .first(2);
        Echo echo = Echo.stub(with(side, faults));
        assertEquals(3, echo.add(1, 2));
        for (int i = 0; i < 2; i++) {
            RpcException failure = assertThrows(RpcException.class, () -> echo.echo("text"));
            assertEquals("ABORTED: not now", failure.status().toString());
        }
        assertEquals("text", echo.echo("text"));
        assertEquals(2, faults.struck());
        assertEquals("fails with ABORTED: not now of testing.v1.Echo.echo, the first 2", faults.toString());
    }

    @ParameterizedTest
    @EnumSource
    void aDelayIsWaitedForAndNotBeyondTheDeadline(Side side) throws IOException {
        Echo echo = Echo.stub(with(side, FaultFilter.delaying(Duration.ofMillis(100))));
        long start = System.nanoTime();
        assertEquals("late", echo.echo("late"));
        assertTrue(System.nanoTime() - start >= 100_000_000);
        CallOptions hurry = CallOptions.DEFAULT.withTimeout(Duration.ofMillis(20));
        RpcException failure =
                assertThrows(RpcException.class, () -> echo.with(hurry).echo("in a hurry"));
        assertEquals(StatusCode.DEADLINE_EXCEEDED, failure.code());
        assertEquals(1, service.echoes.get());
    }

    @ParameterizedTest
    @EnumSource
    void aDroppedCallEndsWithItsDeadline(Side side) throws IOException {
        Echo echo = Echo.stub(with(side, FaultFilter.dropping().first(1)));
        CallOptions hurry = CallOptions.DEFAULT.withTimeout(Duration.ofMillis(50));
        RpcException failure =
                assertThrows(RpcException.class, () -> echo.with(hurry).echo("lost"));
        assertEquals(StatusCode.DEADLINE_EXCEEDED, failure.code());
        assertEquals("found", echo.echo("found"));
    }

    @Test
    void aDroppedCallEndsWhenItsCallerGivesUp() throws IOException {
        RpcClient client = with(Side.CLIENT, FaultFilter.dropping());
        CompletableFuture<String> reply = EchoAsync.stub(client).echo("lost");
        assertFalse(reply.isDone());
        reply.cancel(true);
        assertThrows(
                CompletionException.class,
                () -> reply.handle((done, thrown) -> {
                            throw new CompletionException(thrown);
                        })
                        .join());
        try (RpcStream<Long> numbers = new Caller(client).serverStream(StreamService.COUNT, List.of(3L))) {
            CompletableFuture.runAsync(numbers::close, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
            assertThrows(RuntimeException.class, numbers::next);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDroppedOnewayCallIsLostWithoutAWord(Side side) throws IOException {
        Echo echo = Echo.stub(with(side, FaultFilter.dropping().first(1)));
        echo.note("lost");
        echo.note("kept");
        assertEquals("kept", echo.echo("kept"));
        CompletableFuture.supplyAsync(() -> {
                    try {
                        return service.notes.take();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .thenAccept(note -> assertEquals("kept", note))
                .join();
    }

    @ParameterizedTest
    @EnumSource
    void aStreamBreaksOffBehindSomeItems(Side side) throws IOException {
        Caller caller = new Caller(with(side, FaultFilter.breaking(BROKEN, 2)));
        List<Long> seen = new ArrayList<>();
        try (RpcStream<Long> numbers = caller.serverStream(StreamService.COUNT, List.of(5L))) {
            RpcException failure = assertThrows(RpcException.class, () -> numbers.forEachRemaining(seen::add));
            assertEquals(StatusCode.DATA_LOSS, failure.code());
        }
        assertEquals(List.of(0L, 1L), seen);
        try (RpcStream<Long> numbers = caller.serverStream(StreamService.COUNT, List.of(2L))) {
            seen.clear();
            numbers.forEachRemaining(seen::add);
        }
        assertEquals(List.of(0L, 1L), seen);
        assertEquals(7, caller.call(StreamService.PING, List.of(7L)));
    }

    @ParameterizedTest
    @EnumSource
    void whatACallerSendsBreaksOffBehindSomeItems(Side side) throws IOException {
        Caller caller = new Caller(with(side, FaultFilter.breaking(BROKEN, 2).first(1)));
        try (ItemSink<Long, Long> numbers = caller.clientStream(StreamService.SUM, Codecs.INT64, List.of())) {
            RpcException failure = assertThrows(RpcException.class, () -> {
                for (long i = 0; i < 3; i++) {
                    numbers.send(i);
                }
                numbers.finish();
            });
            assertEquals(StatusCode.DATA_LOSS, failure.code());
        }
        try (ItemSink<Long, Long> numbers = caller.clientStream(StreamService.SUM, Codecs.INT64, List.of())) {
            numbers.send(20L);
            numbers.send(22L);
            numbers.send(0L);
            assertEquals(42, numbers.finish());
        }
    }

    @Test
    void aSeedStrikesTheSameCallsAgain() throws IOException {
        FaultFilter unknown = FaultFilter.failing(StatusCode.UNAVAILABLE).share(0.5);
        String said = unknown.toString();
        long seed = Long.parseLong(said.substring(said.lastIndexOf(' ') + 1));
        List<Boolean> first = failures(unknown);
        assertEquals(first, failures(unknown.share(0.5, seed)));
        assertTrue(first.contains(true) && first.contains(false));
        RpcException failure = assertThrows(
                RpcException.class,
                () -> Echo.stub(with(Side.CLIENT, FaultFilter.failing(StatusCode.UNAVAILABLE)))
                        .echo("text"));
        assertEquals(Processed.NO, failure.status().processed());
    }

    private List<Boolean> failures(FaultFilter faults) throws IOException {
        Echo echo = Echo.stub(with(Side.CLIENT, faults));
        return IntStream.range(0, 64)
                .mapToObj(i -> {
                    try {
                        echo.echo("text");
                        return false;
                    } catch (RpcException e) {
                        return true;
                    }
                })
                .toList();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        FaultFilter faults = FaultFilter.dropping();
        assertThrows(IllegalArgumentException.class, () -> faults.share(1.5));
        assertThrows(IllegalArgumentException.class, () -> faults.share(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> FaultFilter.delaying(Duration.ofMillis(-1)));
        assertThrows(IllegalArgumentException.class, () -> FaultFilter.breaking(BROKEN, -1));
    }
}
