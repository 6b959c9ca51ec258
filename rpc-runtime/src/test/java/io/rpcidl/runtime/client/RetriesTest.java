package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import golden.traits.Calls;
import golden.traits.CallsAsync;
import golden.traits.CallsHandlerBase;
import io.rpcidl.json.Bytes;
import io.rpcidl.json.Codecs;
import io.rpcidl.json.JsonLimits;
import io.rpcidl.resilience.RetryPolicy;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Deadline;
import io.rpcidl.runtime.ErrorDetails;
import io.rpcidl.runtime.Filter;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.MethodDescriptor.Kind;
import io.rpcidl.runtime.MethodTraits;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.server.RpcServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which failures are sent again; how long to wait, and the budget, are tested where they are. */
@Timeout(60)
class RetriesTest {

    private static final RetryPolicy SOON = new RetryPolicy(4, Duration.ofMillis(1), Duration.ofMillis(2), 2);

    // ---- one failure

    @ParameterizedTest
    @CsvSource({
        // what the contract says, what failed, processed, whether it is sent again
        "nothing,    UNAVAILABLE,        no,    true",
        "nothing,    UNAVAILABLE,        maybe, false",
        "nothing,    UNAVAILABLE,        yes,   false",
        "nothing,    RESOURCE_EXHAUSTED, no,    false", // it may be too large, and will be again
        "readonly,   UNAVAILABLE,        maybe, true",
        "readonly,   UNAVAILABLE,        yes,   true",
        "idempotent, UNAVAILABLE,        maybe, true",
        "idempotent, RESOURCE_EXHAUSTED, yes,   false",
        "readonly,   DEADLINE_EXCEEDED,  maybe, false",
        "readonly,   INTERNAL,           yes,   false",
        "readonly,   NOT_FOUND,          yes,   false",
        "readonly,   CANCELLED,          no,    false",
        "readonly,   UNAUTHENTICATED,    no,    false",
        "readonly,   UNIMPLEMENTED,      no,    false",
    })
    void sendsAgainWhatPassesAndMayBeRepeated(String contract, StatusCode code, String processed, boolean again) {
        Status status = new Status(code, "", Processed.valueOf(processed.toUpperCase()), null);
        Duration wait = new Retries(SOON).untilNext(call(contract, Kind.UNARY), status, 1);
        assertEquals(again, wait != null);
    }

    @ParameterizedTest
    @CsvSource({"SERVER_STREAM", "CLIENT_STREAM", "BIDI_STREAM", "ONEWAY"})
    void leavesStreamsToTheCaller(Kind kind) {
        assertNull(new Retries(SOON).untilNext(call("readonly", kind), unavailable(), 1));
    }

    @Test
    void anErrorOfTheContractIsAnAnswer() {
        ErrorDetails details = new ErrorDetails("shop.v1.Closed", Bytes.of(new byte[] {'{', '}'}));
        Status closed = new Status(StatusCode.UNAVAILABLE, "", Processed.YES, details);
        assertNull(new Retries(SOON).untilNext(call("readonly", Kind.UNARY), closed, 1));
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        Status hinted = unavailable().withRetryAfter(Duration.ofSeconds(3));
        assertEquals(Duration.ofSeconds(3), new Retries(SOON).untilNext(call("readonly", Kind.UNARY), hinted, 1));
    }

    @Test
    void aServerThatSaysWhenItHasRoomIsGivenWayTo() {
        Retries retries = new Retries(SOON);
        assertTrue(retries.isRefusal(refusal()));
        assertFalse(retries.isRefusal(refusal().withRetryAfter(null)));
        Duration wait = retries.giveWay(call("nothing", Kind.UNARY), refusal(), 0);
        assertNotNull(wait);
        assertTrue(wait.toMillis() >= 10, wait.toString());
        assertNull(retries.giveWay(call("nothing", Kind.SERVER_STREAM), refusal(), 0));
        Status muchLater = refusal().withRetryAfter(Duration.ofMinutes(15));
        assertNull(retries.giveWay(call("nothing", Kind.UNARY), muchLater, 0));
    }

    @Test
    void doesNotWaitBeyondTheDeadline() {
        Status hinted = unavailable().withRetryAfter(Duration.ofMinutes(3));
        assertNull(new Retries(SOON).untilNext(call("readonly", Kind.UNARY), hinted, 1));
    }

    @Test
    void stopsAfterTheAttemptsOfThePolicy() {
        Retries retries = new Retries(SOON);
        assertNotNull(retries.untilNext(call("readonly", Kind.UNARY), unavailable(), 3));
        assertNull(retries.untilNext(call("readonly", Kind.UNARY), unavailable(), 4));
    }

    @Test
    void stopsWhenTooMuchFailsForItsBudget() {
        Retries retries = new Retries(SOON);
        Call call = call("readonly", Kind.UNARY);
        long again = IntStream.range(0, 2_000)
                .filter(i -> retries.untilNext(call, unavailable(), 1) != null)
                .count();
        assertEquals(499, again); // a thousand tokens, and more than half have to be left
        for (int i = 0; i < 6_000; i++) {
            retries.succeeded();
        }
        assertNotNull(retries.untilNext(call, unavailable(), 1));
    }

    @Test
    void sendsNothingAgainWithoutAPolicy() {
        Retries none = new Retries(null);
        assertNull(none.untilNext(call("readonly", Kind.UNARY), unavailable(), 1));
        assertFalse(none.isRefusal(refusal()));
    }

    private static Status refusal() {
        return Status.notProcessed(StatusCode.RESOURCE_EXHAUSTED, "").withRetryAfter(Duration.ofMillis(10));
    }

    private static Status unavailable() {
        return Status.maybeProcessed(StatusCode.UNAVAILABLE, "");
    }

    private static Call call(String contract, Kind kind) {
        MethodTraits traits = switch (contract) {
            case "readonly" -> MethodTraits.NONE.asReadonly();
            case "idempotent" -> MethodTraits.NONE.asIdempotent();
            default -> MethodTraits.NONE;
        };
        var method = new MethodDescriptor<>("s", "m", kind, Codecs.NOTHING, Codecs.NOTHING, traits);
        Payload none = Payload.of(Codecs.NOTHING, null);
        return new Call(method, none, Metadata.EMPTY, Deadline.after(Duration.ofSeconds(60)));
    }

    // ---- over the wire

    private final AtomicInteger carriedOut = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();

    private final class Handler extends CallsHandlerBase {

        @Override
        public String plain(Calls.PlainRequest request) {
            carriedOut.incrementAndGet();
            return request.text();
        }

        @Override
        public String get(Calls.GetRequest request) {
            carriedOut.incrementAndGet();
            return request.id();
        }
    }

    /** Fails calls, once they were carried out, as long as some are left to fail. */
    private Filter failing(Status status) {
        return (call, next) -> next.invoke(call)
                .thenCompose(reply -> CompletableFuture.completedFuture(
                        left.getAndDecrement() > 0 ? new Reply.Failure(status) : reply));
    }

    private RpcServer server(Filter filter) throws IOException {
        return RpcServer.builder().add(new Handler()).filter(filter).start();
    }

    private static RpcClient client(RpcServer server) {
        return RpcClient.builder("rpc://" + server.endpoint()).retries(SOON).build();
    }

    @Test
    void aReadIsRepeatedUntilItWorks() throws IOException {
        left.set(3);
        try (RpcServer server = server(failing(unavailable()));
                RpcClient client = client(server)) {
            assertEquals("a", Calls.stub(client).get("a"));
            assertEquals(4, carriedOut.get());
        }
    }

    @Test
    void whatMayHaveBeenCarriedOutIsNotRepeated() throws IOException {
        left.set(1);
        try (RpcServer server = server(failing(unavailable()));
                RpcClient client = client(server)) {
            RpcException thrown =
                    assertThrows(RpcException.class, () -> Calls.stub(client).plain("a"));
            assertEquals(StatusCode.UNAVAILABLE, thrown.code());
            assertEquals(1, carriedOut.get());
            assertEquals(1, thrown.trace().attempts());
        }
    }

    @Test
    void theLastFailureIsTheAnswerAndItsTraceCountsTheAttempts() throws IOException {
        left.set(1_000);
        try (RpcServer server = server(failing(unavailable()));
                RpcClient client = client(server)) {
            RpcException thrown =
                    assertThrows(RpcException.class, () -> Calls.stub(client).get("a"));
            assertEquals(4, thrown.trace().attempts());
        }
    }

    @Test
    void whatAnEarlierAttemptMayHaveBegunIsNotSaidToBeUntouched() throws IOException {
        AtomicInteger attempts = new AtomicInteger();
        Status refused = Status.notProcessed(StatusCode.FAILED_PRECONDITION, "closed");
        Filter firstLostThenRefused = (call, next) -> CompletableFuture.completedFuture(
                new Reply.Failure(attempts.getAndIncrement() == 0 ? unavailable() : refused));
        try (RpcServer server = server(firstLostThenRefused);
                RpcClient client = client(server)) {
            RpcException thrown =
                    assertThrows(RpcException.class, () -> Calls.stub(client).get("a"));
            assertEquals(StatusCode.FAILED_PRECONDITION, thrown.code());
            assertEquals(Processed.MAYBE, thrown.status().processed());
        }
    }

    @Test
    void aWaitEndsWithItsClient() throws Exception {
        left.set(1_000);
        try (RpcServer server = server(failing(unavailable().withRetryAfter(Duration.ofSeconds(50))))) {
            RpcClient client = RpcClient.builder("rpc://" + server.endpoint())
                    .defaultTimeout(Duration.ofSeconds(100))
                    .build();
            CompletableFuture<String> call = CallsAsync.stub(client).get("a");
            while (carriedOut.get() == 0) {
                Thread.onSpinWait();
            }
            client.close();
            assertThrows(ExecutionException.class, () -> call.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aCallThatIsCancelledIsNotRepeated() throws Exception {
        left.set(1_000);
        Status later = unavailable().withRetryAfter(Duration.ofSeconds(5));
        try (RpcServer server = server(failing(later));
                RpcClient client = client(server)) {
            CompletableFuture<String> call = CallsAsync.stub(client).get("a");
            while (carriedOut.get() == 0) {
                Thread.onSpinWait();
            }
            call.cancel(true);
            assertThrows(RuntimeException.class, call::join);
        }
        assertEquals(1, carriedOut.get());
    }

    @Test
    void whatIsTooLargeIsNotSentAgain() throws IOException {
        RpcServer server = RpcServer.builder()
                .add(new Handler())
                .limits(new JsonLimits(1_000, 64))
                .start();
        try (server;
                RpcClient client = client(server)) {
            RpcException thrown =
                    assertThrows(RpcException.class, () -> Calls.stub(client).plain("x".repeat(2_000)));
            assertEquals(StatusCode.RESOURCE_EXHAUSTED, thrown.code());
            assertEquals(1, thrown.trace().attempts());
        }
    }

    @Test
    void callsThatAServerHasNoRoomForWaitTheirTurn() throws IOException {
        RpcServer server = RpcServer.builder().add(new Handler()).maxInFlight(2).start();
        try (server;
                RpcClient client = client(server)) {
            CallsAsync calls = CallsAsync.stub(client);
            List<CompletableFuture<String>> all = IntStream.range(0, 500)
                    .mapToObj(i -> calls.plain("call " + i))
                    .toList();
            for (int i = 0; i < all.size(); i++) {
                assertEquals("call " + i, all.get(i).join());
            }
            assertEquals(500, carriedOut.get());
        }
    }
}
