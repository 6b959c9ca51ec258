package io.rpcidl.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.junit.testing.Trial;
import io.rpcidl.junit.testing.TrialAsync;
import io.rpcidl.runtime.BidiStream;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.Filter;
import io.rpcidl.runtime.ItemSink;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What faults do to calls, on either side. The extension sees to it that they leave none behind. */
@Timeout(60)
class FaultFilterTest {

    private static final Status BROKEN = Status.maybeProcessed(StatusCode.DATA_LOSS, "broken off");
    private static final Filter NONE = (call, next) -> next.invoke(call);

    enum Side {
        CLIENT,
        SERVER
    }

    private final TrialService service = new TrialService();
    private volatile Filter onClient = NONE;
    private volatile Filter onServer = NONE;

    @RegisterExtension
    final RpcExtension rpc = RpcExtension.serving(service)
            .client(client -> client.filter((call, next) -> onClient.apply(call, next)))
            .server(server -> server.filter((call, next) -> onServer.apply(call, next)));

    private Trial with(Side side, FaultFilter faults) {
        onClient = side == Side.CLIENT ? faults : NONE;
        onServer = side == Side.SERVER ? faults : NONE;
        return Trial.stub(rpc.client());
    }

    @ParameterizedTest
    @EnumSource
    void theFirstCallsFailAndTheNextOnesDoNot(Side side) {
        FaultFilter faults = FaultFilter.failing(Status.processed(StatusCode.ABORTED, "not now"))
                .of("testing.v1.Trial.echo")
                .first(2);
        Trial trial = with(side, faults);
        assertEquals(3, trial.add(1, 2));
        for (int i = 0; i < 2; i++) {
            RpcException failure = assertThrows(RpcException.class, () -> trial.echo("text"));
            assertEquals("ABORTED: not now", failure.status().toString());
        }
        assertEquals("text", trial.echo("text"));
        assertEquals(2, faults.struck());
        assertEquals("fails with ABORTED: not now of testing.v1.Trial.echo, the first 2", faults.toString());
    }

    @ParameterizedTest
    @EnumSource
    void aDelayIsWaitedForAndNotBeyondTheDeadline(Side side) {
        Trial trial = with(side, FaultFilter.delaying(Duration.ofMillis(100)));
        long start = System.nanoTime();
        assertEquals("late", trial.echo("late"));
        assertTrue(System.nanoTime() - start >= 100_000_000);
        CallOptions hurry = CallOptions.DEFAULT.withTimeout(Duration.ofMillis(20));
        RpcException failure =
                assertThrows(RpcException.class, () -> trial.with(hurry).echo("in a hurry"));
        assertEquals(StatusCode.DEADLINE_EXCEEDED, failure.code());
        assertEquals(1, service.echoes.get());
    }

    @ParameterizedTest
    @EnumSource
    void aDroppedCallEndsWithItsDeadline(Side side) {
        Trial trial = with(side, FaultFilter.dropping().first(1));
        CallOptions hurry = CallOptions.DEFAULT.withTimeout(Duration.ofMillis(50));
        RpcException failure =
                assertThrows(RpcException.class, () -> trial.with(hurry).echo("lost"));
        assertEquals(StatusCode.DEADLINE_EXCEEDED, failure.code());
        assertEquals("found", trial.echo("found"));
    }

    @Test
    void aDroppedCallEndsWhenItsCallerGivesUp() {
        Trial trial = with(Side.CLIENT, FaultFilter.dropping());
        CompletableFuture<String> reply = TrialAsync.stub(rpc.client()).echo("lost");
        assertFalse(reply.isDone());
        reply.cancel(true);
        assertThrows(
                CompletionException.class,
                () -> reply.handle((done, thrown) -> {
                            throw new CompletionException(thrown);
                        })
                        .join());
        try (RpcStream<Long> numbers = trial.count(3)) {
            CompletableFuture.runAsync(numbers::close, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
            assertThrows(RuntimeException.class, numbers::next);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDroppedOnewayCallIsLostWithoutAWord(Side side) throws InterruptedException {
        Trial trial = with(side, FaultFilter.dropping().first(1));
        trial.note("lost");
        trial.note("kept");
        assertEquals("kept", trial.echo("kept"));
        assertEquals("kept", service.notes.take());
    }

    @ParameterizedTest
    @EnumSource
    void aStreamBreaksOffBehindSomeItems(Side side) {
        Trial trial = with(side, FaultFilter.breaking(BROKEN, 2));
        List<Long> seen = new ArrayList<>();
        try (RpcStream<Long> numbers = trial.count(5)) {
            RpcException failure = assertThrows(RpcException.class, () -> numbers.forEachRemaining(seen::add));
            assertEquals(StatusCode.DATA_LOSS, failure.code());
        }
        assertEquals(List.of(0L, 1L), seen);
        try (RpcStream<Long> numbers = trial.count(2)) {
            seen.clear();
            numbers.forEachRemaining(seen::add);
        }
        assertEquals(List.of(0L, 1L), seen);
        assertEquals(7, trial.add(7));
    }

    @ParameterizedTest
    @EnumSource
    void aConversationBreaksOffWhereItIsAnswered(Side side) {
        Trial trial = with(side, FaultFilter.breaking(BROKEN, 1));
        try (BidiStream<String, String> texts = trial.repeat()) {
            texts.send("one");
            assertEquals("one", texts.next());
            texts.send("two");
            RpcException failure = assertThrows(RpcException.class, texts::next);
            assertEquals(StatusCode.DATA_LOSS, failure.code());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatACallerSendsBreaksOffBehindSomeItems(Side side) {
        Trial trial = with(side, FaultFilter.breaking(BROKEN, 2).first(1));
        try (ItemSink<Long, Long> numbers = trial.sum()) {
            RpcException failure = assertThrows(RpcException.class, () -> {
                for (long i = 0; i < 3; i++) {
                    numbers.send(i);
                }
                numbers.finish();
            });
            assertEquals(StatusCode.DATA_LOSS, failure.code());
        }
        try (ItemSink<Long, Long> numbers = trial.sum()) {
            numbers.send(20L);
            numbers.send(22L);
            numbers.send(0L);
            assertEquals(42, numbers.finish());
        }
    }

    @Test
    void aSeedStrikesTheSameCallsAgain() {
        FaultFilter unknown = FaultFilter.failing(StatusCode.UNAVAILABLE).share(0.5);
        String said = unknown.toString();
        long seed = Long.parseLong(said.substring(said.lastIndexOf(' ') + 1));
        List<Boolean> first = failures(unknown);
        assertEquals(first, failures(unknown.share(0.5, seed)));
        assertTrue(first.contains(true) && first.contains(false));
        RpcException failure = assertThrows(
                RpcException.class,
                () -> with(Side.CLIENT, FaultFilter.failing(StatusCode.UNAVAILABLE))
                        .echo("text"));
        assertEquals(Processed.NO, failure.status().processed());
    }

    private List<Boolean> failures(FaultFilter faults) {
        Trial trial = with(Side.CLIENT, faults);
        return IntStream.range(0, 64)
                .mapToObj(i -> {
                    try {
                        trial.echo("text");
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
