package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.JsonValue;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.stub.DynamicStub;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.contract.Echo;
import io.rpcidl.runtime.testing.contract.EchoAsync;
import io.rpcidl.runtime.testing.contract.RefusedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client and a server of this runtime, over a real socket. */
@Timeout(60)
class ClientTest {

    private final EchoService service = new EchoService();
    private RpcServer server;
    private RpcClient client;
    private Echo echo;

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.builder().add(service).start();
        client = RpcClient.connect("rpc://" + server.endpoint());
        echo = Echo.stub(client);
    }

    @AfterEach
    void stop() {
        service.release.countDown();
        client.close();
        server.close();
    }

    @Test
    void answersAlthoughWhoIsToldOfItsMetadataFails() {
        Echo told = echo.with(CallOptions.DEFAULT.onReplyMetadata(metadata -> {
            throw new IllegalStateException("against the rules");
        }));
        RpcException busy = assertThrows(RpcException.class, () -> told.fail("busy"));
        assertEquals(Duration.ofMillis(1_500), busy.status().retryAfter());
        assertEquals("a", told.echo("a"));
    }

    @Test
    void callsEveryKindOfMethod() throws Exception {
        assertEquals("hé\"\n", echo.echo("hé\"\n"));
        assertEquals("a", echo.maybe(Echo.MaybeRequest.builder().text("a").build()));
        assertNull(echo.maybe());
        assertEquals(0, echo.add());
        assertEquals(6, echo.add(1, 2, 3));
        echo.note("hello");
        assertEquals("hello", service.notes.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void callsWithoutWaiting() throws Exception {
        EchoAsync async = EchoAsync.stub(client);
        List<CompletableFuture<Long>> sums = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            sums.add(async.add(i, 1));
        }
        for (int i = 0; i < sums.size(); i++) {
            assertEquals(i + 1, sums.get(i).get());
        }
    }

    @Test
    void throwsTheContractsErrorWithItsParts() {
        RefusedException thrown = assertThrows(RefusedException.class, () -> echo.fail("refused"));
        assertEquals("FAILED_PRECONDITION: no, thanks", thrown.getMessage());
        assertEquals("busy", thrown.reason());
        assertEquals(0, thrown.count());
        assertEquals(Processed.YES, thrown.status().processed());
        assertEquals("fail", callerOf(thrown));
    }

    @Test
    void completesFuturesWithTheSameError() {
        CompletableFuture<String> future = EchoAsync.stub(client).fail("refused");
        ExecutionException thrown = assertThrows(ExecutionException.class, future::get);
        assertInstanceOf(RefusedException.class, thrown.getCause());
    }

    @Test
    void endsCallsAtTheirDeadline() {
        Echo hurried = echo.with(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(50)));
        RpcException thrown = assertThrows(RpcException.class, () -> hurried.wait_("a"));
        assertEquals(StatusCode.DEADLINE_EXCEEDED, thrown.code());
        assertEquals(Processed.MAYBE, thrown.status().processed());
        assertTrue(thrown.getMessage().contains(server.endpoint().toString()), thrown.getMessage());
        assertEquals("again", echo.echo("again"));
    }

    @Test
    void saysWhatAServerDoesNotHave() {
        DynamicStub<JsonValue> stub = DynamicStub.of(client);
        RpcException thrown = assertThrows(RpcException.class, () -> stub.call("nobody", "x", JsonValue.array()));
        assertEquals("UNIMPLEMENTED: no service 'nobody' here", thrown.getMessage());
    }

    @Test
    void callsWithoutStubs() {
        JsonValue params = JsonValue.parse("{\"text\":\"a\"}");
        assertEquals(JsonValue.of("a"), DynamicStub.of(client).call("testing.v1.Echo", "echo", params));
        RpcException thrown = assertThrows(
                RpcException.class,
                () -> DynamicStub.of(client).call("testing.v1.Echo", "fail", JsonValue.parse("[\"refused\"]")));
        assertEquals("testing.v1.Refused", thrown.status().details().type());
        assertEquals(
                "{\"reason\":\"busy\",\"count\":0}",
                thrown.status().details().value().toString());
    }

    @Test
    void refusesToSendWhatIsTooLong() {
        RpcException thrown = assertThrows(RpcException.class, () -> echo.echo("x".repeat(5_000_000)));
        assertEquals(StatusCode.RESOURCE_EXHAUSTED, thrown.code());
        assertEquals(Processed.NO, thrown.status().processed());
        assertEquals("fine", echo.echo("fine"));
    }

    @Test
    void refusesToSendWhatHasNoJson() {
        RpcException thrown = assertThrows(RpcException.class, () -> echo.echo("\ud800"));
        assertEquals(StatusCode.INVALID_ARGUMENT, thrown.code());
        assertEquals("fine", echo.echo("fine"));
    }

    @Test
    void comesBackByItselfWhenTheServerDoes() throws IOException {
        assertEquals("a", echo.echo("a"));
        int port = server.port();
        server.close();
        RpcException thrown = assertThrows(RpcException.class, () -> echo.echo("b"));
        assertEquals(StatusCode.UNAVAILABLE, thrown.code());
        assertEquals(Processed.NO, thrown.status().processed());
        assertEquals(
                "UNAVAILABLE: no server of testing.v1.Echo could be reached, tried 127.0.0.1:" + port
                        + ": connection refused",
                thrown.getMessage());
        server = RpcServer.builder().add(service).port(port).start();
        assertEquals("c", echo.echo("c"));
    }

    @Test
    void saysThatAPortIsInUse() {
        IOException thrown = assertThrows(
                IOException.class,
                () -> RpcServer.builder().add(service).port(server.port()).start());
        assertEquals("cannot listen on 127.0.0.1:" + server.port() + ": address already in use", thrown.getMessage());
    }

    @Test
    void endsCallsWhenItIsClosed() throws Exception {
        CompletableFuture<String> waiting = EchoAsync.stub(client).wait_("a");
        assertEquals("a", service.begun.poll(20, TimeUnit.SECONDS));
        client.close();
        ExecutionException thrown = assertThrows(ExecutionException.class, waiting::get);
        assertEquals(StatusCode.UNAVAILABLE, ((RpcException) thrown.getCause()).code());
        assertThrows(RpcException.class, () -> echo.echo("late"));
    }

    @Test
    void runsFiltersOnBothSidesInOrder() throws Exception {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        try (RpcServer filtered = RpcServer.builder()
                        .add(service)
                        .filter((call, next) -> {
                            seen.add("server " + call.metadata().get("user"));
                            return next.invoke(call);
                        })
                        .start();
                RpcClient filtering = RpcClient.builder("rpc://" + filtered.endpoint())
                        .filter((call, next) -> {
                            seen.add("outer " + call.method().fullName());
                            return next.invoke(call.withMetadata(call.metadata().with("user", "anna")));
                        })
                        .filter((call, next) -> {
                            seen.add("inner " + call.metadata().get("user"));
                            return next.invoke(call);
                        })
                        .build()) {
            assertEquals("a", Echo.stub(filtering).echo("a"));
        }
        assertEquals(List.of("outer testing.v1.Echo.echo", "inner anna", "server anna"), seen);
    }

    @Test
    void carriesManyLargeCallsAtOnce() throws Exception {
        String large = "x".repeat(1_000_000);
        EchoAsync async = EchoAsync.stub(client);
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            all.add(async.echo(large));
        }
        for (CompletableFuture<String> each : all) {
            assertEquals(large.length(), each.get().length());
        }
    }

    @Test
    void tellsHandlersWhatTheCallerSaidBesideTheParameters() throws Exception {
        Echo anna = echo.with(CallOptions.DEFAULT.withMetadata("user", "anna").withTimeout(Duration.ofSeconds(5)));
        assertEquals(
                "anna",
                anna.maybe(Echo.MaybeRequest.builder().text("metadata:user").build()));
        assertNull(anna.maybe(Echo.MaybeRequest.builder().text("metadata:role").build()));
        assertThrows(IllegalStateException.class, ServerCall::current);
    }

    @Test
    void runsHandlersAndCallbacksWhereItIsTold() throws Exception {
        List<String> threads = Collections.synchronizedList(new ArrayList<>());
        try (RpcServer own = RpcServer.builder()
                        .add(service)
                        .executor(task -> {
                            threads.add("handler");
                            new Thread(task).start();
                        })
                        .start();
                RpcClient telling = RpcClient.builder("rpc://" + own.endpoint())
                        .callbackExecutor(task -> {
                            threads.add("callback");
                            task.run();
                        })
                        .build()) {
            assertEquals(3, EchoAsync.stub(telling).add(1, 2).get());
        }
        assertEquals(List.of("handler", "callback"), threads);
    }

    @Test
    void doesNotSendACallThatIsOverAlready() {
        Echo late = echo.with(CallOptions.DEFAULT.withTimeout(Duration.ofNanos(1)));
        RpcException thrown = assertThrows(RpcException.class, () -> late.echo("x"));
        assertEquals(Processed.NO, thrown.status().processed());
        assertEquals(0, service.echoes.get());
    }

    @Test
    void keepsDeadlinesWhileTheServerShutsDown() throws Exception {
        Echo hurried = echo.with(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(500)));
        echo.echo("first");
        CompletableFuture<StatusCode> outcome = CompletableFuture.supplyAsync(
                () -> assertThrows(RpcException.class, () -> hurried.wait_("a")).code());
        assertEquals("a", service.begun.poll(20, TimeUnit.SECONDS));
        Thread closing = new Thread(server::close);
        closing.start();
        assertEquals(StatusCode.DEADLINE_EXCEEDED, outcome.get(5, TimeUnit.SECONDS));
        service.release.countDown();
        closing.join();
    }

    @Test
    void completesFuturesThatAreAskedForTooLate() {
        EchoAsync async = EchoAsync.stub(client);
        client.close();
        ExecutionException thrown =
                assertThrows(ExecutionException.class, () -> async.echo("late").get(5, TimeUnit.SECONDS));
        assertEquals(StatusCode.UNAVAILABLE, ((RpcException) thrown.getCause()).code());
    }

    @Test
    void goesOnAfterManyCallsThatCannotBeSent() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThrows(RpcException.class, () -> echo.echo("\ud800"));
        }
        assertEquals("fine", echo.echo("fine"));
        Thread.currentThread().interrupt();
        assertEquals(
                StatusCode.CANCELLED,
                assertThrows(RpcException.class, () -> echo.wait_("x")).code());
        assertTrue(Thread.interrupted());
    }

    @Test
    void failsOnlyItsCallWhenAFilterFails() {
        try (RpcClient filtering = RpcClient.builder("rpc://" + server.endpoint())
                .filter((call, next) -> {
                    throw new IllegalStateException("thrown");
                })
                .build()) {
            RpcException thrown =
                    assertThrows(RpcException.class, () -> Echo.stub(filtering).echo("x"));
            assertEquals("INTERNAL: a filter failed: see the log", thrown.getMessage());
        }
    }

    private static String callerOf(RpcException thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getClassName().endsWith("BlockingStub")) {
                return frame.getMethodName();
            }
        }
        return "not the caller's stack";
    }
}
