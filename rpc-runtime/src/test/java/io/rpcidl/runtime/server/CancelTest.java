package io.rpcidl.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.testing.RawSocket;
import io.rpcidl.runtime.testing.contract.Echo;
import io.rpcidl.runtime.testing.contract.EchoAsync;
import io.rpcidl.runtime.testing.contract.EchoHandlerBase;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A caller that waits no more: who is told, and what is not begun. Two servers, of which the first calls the second. */
@Timeout(60)
class CancelTest {

    private static final int PATIENCE = 20;

    private final Held held = new Held();
    private final ExecutorService oneThread = Executors.newSingleThreadExecutor();
    private RpcServer second;
    private RpcClient toSecond;
    private RpcServer first;
    private RpcClient client;
    private Relay relay;

    /** Answers when it is told to, or when nobody waits. */
    private static final class Held extends EchoHandlerBase {

        final BlockingQueue<ServerCall> begun = new LinkedBlockingQueue<>();
        final BlockingQueue<String> cancelled = new LinkedBlockingQueue<>();
        final CountDownLatch release = new CountDownLatch(1);
        private final AtomicBoolean busy = new AtomicBoolean(true);

        @Override
        public String wait_(Echo.WaitRequest request) {
            if (request.name().equals("busy at first") && busy.getAndSet(false)) {
                throw new RpcException(StatusCode.UNAVAILABLE, "busy");
            }
            ServerCall call = ServerCall.current();
            CountDownLatch over = new CountDownLatch(1);
            call.onCancel(() -> {
                cancelled.add(request.name());
                over.countDown();
            });
            begun.add(call);
            try {
                while (!over.await(1, TimeUnit.MILLISECONDS) && !release.await(1, TimeUnit.MILLISECONDS)) {
                    // one of them comes
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return request.name();
        }
    }

    /** Passes on what it is asked. */
    private static final class Relay extends EchoHandlerBase {

        final BlockingQueue<StatusCode> failed = new LinkedBlockingQueue<>();
        private final Echo next;

        Relay(Echo next) {
            this.next = next;
        }

        @Override
        public String wait_(Echo.WaitRequest request) {
            try {
                return next.wait_(request.name());
            } catch (RpcException e) {
                failed.add(e.code());
                throw e;
            }
        }
    }

    @BeforeEach
    void start() throws IOException {
        second = RpcServer.builder().executor(oneThread).add(held).start();
        toSecond = RpcClient.connect("rpc://" + second.endpoint());
        relay = new Relay(Echo.stub(toSecond));
        first = RpcServer.builder().add(relay).start();
        client = RpcClient.connect("rpc://" + first.endpoint());
    }

    @AfterEach
    void stop() {
        held.release.countDown();
        client.close();
        first.close();
        toSecond.close();
        second.close();
        oneThread.shutdownNow();
    }

    private ServerCall begun() throws InterruptedException {
        ServerCall call = held.begun.poll(PATIENCE, TimeUnit.SECONDS);
        assertNotNull(call, "the handler was not reached");
        return call;
    }

    private String cancelled() throws InterruptedException {
        return held.cancelled.poll(PATIENCE, TimeUnit.SECONDS);
    }

    @Test
    void aCancelledFutureReachesTheHandlerAndTheCallsThatItMade() throws Exception {
        CompletableFuture<String> future = EchoAsync.stub(client).wait_("a");
        ServerCall call = begun();
        assertFalse(call.isCancelled());
        assertTrue(future.cancel(true));
        assertEquals("a", cancelled());
        assertTrue(call.isCancelled());
        assertEquals(StatusCode.CANCELLED, relay.failed.poll(PATIENCE, TimeUnit.SECONDS));
    }

    @Test
    void anInterruptOfWhoWaitsDoesTheSame() throws Exception {
        CompletableFuture<RpcException> thrown = new CompletableFuture<>();
        Thread waiting = new Thread(() -> thrown.complete(
                assertThrows(RpcException.class, () -> Echo.stub(client).wait_("b"))));
        waiting.start();
        begun();
        waiting.interrupt();
        assertEquals("b", cancelled());
        assertEquals(
                StatusCode.CANCELLED, thrown.get(PATIENCE, TimeUnit.SECONDS).code());
    }

    @Test
    void aCallerThatIsGoneDoesTheSame() throws Exception {
        EchoAsync.stub(client).wait_("c");
        begun();
        client.close();
        assertEquals("c", cancelled());
    }

    @Test
    void aDeadlineThatPassesDoesTheSameAndTheCallsWithinHaveNoLater() throws Exception {
        Echo hurried = Echo.stub(client).with(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(300)));
        RpcException thrown = assertThrows(RpcException.class, () -> hurried.wait_("d"));
        assertEquals(StatusCode.DEADLINE_EXCEEDED, thrown.code());
        assertTrue(begun().deadline().remainingMillis() <= 300);
        assertEquals("d", cancelled());
    }

    @Test
    void aCallThatAFilterMakesAgainIsCancelledAllTheSame() throws Exception {
        try (RpcClient repeating = RpcClient.builder("rpc://" + second.endpoint())
                .filter((call, next) -> next.invoke(call).thenCompose(failed -> next.invoke(call)))
                .build()) {
            CompletableFuture<String> future = EchoAsync.stub(repeating).wait_("busy at first");
            begun();
            future.cancel(true);
            assertEquals("busy at first", cancelled());
        }
    }

    @Test
    void aCallThatWaitsForAThreadIsNotBegun() throws Exception {
        try (RawSocket raw = new RawSocket(second.port())) {
            raw.send(request(1, "running"));
            begun();
            raw.send(request(2, "queued")).send(cancel(2)).send(request(3, "behind"));
            raw.send("{}\n"); // its answer says that all before it was read
            assertTrue(raw.line().contains("INVALID_ARGUMENT"));
            held.release.countDown();
            assertTrue(raw.line().contains("running"));
            String notBegun = raw.line();
            assertTrue(notBegun.contains("CANCELLED") && notBegun.contains("\"no\""), notBegun);
            assertTrue(raw.line().contains("behind"));
            assertEquals(1, held.begun.size(), "only 'behind' was begun");
        }
    }

    @Test
    void aStrangersCancelIsAnsweredWhenTheHandlerHasEnded() throws Exception {
        try (RawSocket raw = new RawSocket(second.port())) {
            raw.send(request(7, "e"));
            begun();
            raw.send(cancel(7));
            assertEquals("e", cancelled());
            String answer = raw.line();
            assertTrue(answer.contains("\"request_id\":7") && answer.contains("\"CANCELLED\""), answer);
        }
    }

    @Test
    void aCancelThatComesTooLateIsPassedOver() throws Exception {
        held.release.countDown();
        try (RawSocket raw = new RawSocket(second.port())) {
            raw.send(request(8, "f"));
            assertTrue(raw.line().contains("\"f\""));
            raw.send(cancel(8)).send(request(8, "g"));
            assertTrue(raw.line().contains("\"g\""));
        }
    }

    private static String request(int id, String name) {
        return message(id, "", "'params':{'name':'" + name + "'}");
    }

    private static String cancel(int id) {
        return message(id, ",'kind':'cancel'", "");
    }

    private static String message(int id, String more, String body) {
        String names = "'request_id':" + id + ",'service_name':'testing.v1.Echo','method_name':'wait'";
        return ("{'header':{" + names + more + "},'body':{" + body + "}}\n").replace('\'', '"');
    }
}
