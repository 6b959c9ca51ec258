package io.rpcidl.runtime.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.filter.CallCredentials;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.server.RpcServerBuilder;
import io.rpcidl.runtime.service.health.Health;
import io.rpcidl.runtime.service.health.ServingStatus;
import io.rpcidl.runtime.service.health.UnknownServiceException;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.RawSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whether a server serves, as it says to callers, strangers and probes, over real sockets. */
@Timeout(60)
class HealthTest {

    private static final String ECHO = "testing.v1.Echo";

    private RpcServer server;
    private RpcClient client;
    private Health health;

    private void start(RpcServerBuilder options) throws IOException {
        server = options.start();
        client = RpcClient.connect("rpc://" + server.endpoint());
        health = Health.stub(client);
    }

    private void start() throws IOException {
        start(RpcServer.builder().add(new EchoService()));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void servesUnlessCodeSaysOtherwise() throws IOException {
        start();
        for (String service : new String[] {null, "", ECHO, "rpc.health.v1.Health", "rpc.describe.v1.Describe"}) {
            assertEquals(ServingStatus.SERVING, check(service), service);
        }
        server.health().notServing(ECHO);
        assertEquals(ServingStatus.NOT_SERVING, check(ECHO));
        assertEquals(ServingStatus.SERVING, check(null), "the others may");
        assertTrue(server.health().isServing());
        server.health().serving(ECHO);
        assertEquals(ServingStatus.SERVING, check(ECHO));
    }

    @Test
    void servesNoServiceIfItDoesNotServeAsAWhole() throws IOException {
        start();
        server.health().notServing();
        assertFalse(server.health().isServing());
        assertEquals(ServingStatus.NOT_SERVING, check(""));
        assertEquals(ServingStatus.NOT_SERVING, check(ECHO));
        assertEquals("503 NOT_SERVING", ready());
        server.health().serving();
        assertEquals(ServingStatus.SERVING, check(ECHO));
        assertEquals("200 SERVING", ready());
    }

    @Test
    void saysWhileItWarmsUpThatItDoesNotServe() throws IOException {
        start(RpcServer.builder().add(new EchoService()).warmingUp());
        assertEquals(ServingStatus.NOT_SERVING, check(null));
        assertEquals("503 NOT_SERVING", ready());
        server.health().serving();
        assertEquals(ServingStatus.SERVING, check(null));
        assertEquals("200 SERVING", ready());
    }

    @Test
    void failsAtACheckOfAServiceThatItDoesNotHave() throws IOException {
        start();
        UnknownServiceException failure = assertThrows(UnknownServiceException.class, () -> check("none"));
        assertEquals(StatusCode.NOT_FOUND, failure.code());
        assertEquals("none", failure.service());
        assertThrows(
                IllegalArgumentException.class, () -> server.health().notServing("none"), "nobody could ask for it");
    }

    @Test
    void tellsWatchersAtOnceAndOnEveryChange() throws IOException {
        start();
        try (RpcStream<ServingStatus> whole = watch("");
                RpcStream<ServingStatus> echo = watch(ECHO);
                RpcStream<ServingStatus> unknown = watch("none")) {
            assertEquals(ServingStatus.SERVING, whole.next());
            assertEquals(ServingStatus.SERVING, echo.next());
            assertEquals(ServingStatus.SERVICE_UNKNOWN, unknown.next());
            server.health().notServing(ECHO);
            assertEquals(ServingStatus.NOT_SERVING, echo.next());
            server.health().notServing(); // no news of the service
            assertEquals(ServingStatus.NOT_SERVING, whole.next(), "nothing of the one service before");
            server.health().serving(ECHO); // nor this
            server.health().serving();
            assertEquals(ServingStatus.SERVING, whole.next());
            assertEquals(ServingStatus.SERVING, echo.next());
        }
    }

    @Test
    void tellsASlowWatcherTheLatestAlone() throws IOException {
        start();
        ServerHealth told = server.health();
        Watcher watcher = new Watcher();
        new HealthWatch(told, ECHO, Duration.ofHours(1)).subscribe(watcher);
        assertEquals(List.of(), watcher.items);
        watcher.subscription.request(1);
        assertEquals(List.of(ServingStatus.SERVING), watcher.items);
        for (int i = 0; i < 1_000; i++) {
            told.notServing();
            told.serving();
        }
        told.notServing();
        assertEquals(1, watcher.items.size());
        watcher.subscription.request(10);
        assertEquals(List.of(ServingStatus.SERVING, ServingStatus.NOT_SERVING), watcher.items);
        assertEquals(1, told.watches.size());
        watcher.subscription.cancel();
        assertEquals(0, told.watches.size());
    }

    private static final class Watcher implements Flow.Subscriber<ServingStatus> {

        private final List<ServingStatus> items = new ArrayList<>();
        private Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription newSubscription) {
            subscription = newSubscription;
        }

        @Override
        public void onNext(ServingStatus item) {
            items.add(item);
        }

        @Override
        public void onError(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void onComplete() {}
    }

    @Test
    void givesASignOfLifeWhereNothingChanges() throws IOException {
        start(RpcServer.builder().add(new EchoService()).streamSilence(Duration.ofMillis(200)));
        try (RpcStream<ServingStatus> whole = watch(null)) {
            for (int i = 0; i < 5; i++) {
                assertEquals(ServingStatus.SERVING, whole.next());
            }
        }
    }

    @Test
    void forgetsWatchersThatHaveGone() throws IOException {
        start();
        try (RpcStream<ServingStatus> whole = watch(null)) {
            assertEquals(ServingStatus.SERVING, whole.next());
        }
        while (server.health().watches.size() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void tellsWatchersBeforeAllElseThatItShutsDown() throws Exception {
        EchoService waiting = new EchoService();
        CountDownLatch leaving = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        start(RpcServer.builder().add(waiting).registry(new Leaving(new ArrayList<>(), leaving, left)));
        try (RawSocket stranger = new RawSocket(server.port());
                RawSocket prober = new RawSocket(server.port())) {
            stranger.send(request("watch", ",\"offer\":{\"wire\":1}"));
            assertTrue(stranger.line().contains("\"kind\":\"credit\""));
            assertTrue(stranger.line().contains("\"item\":\"SERVING\""));
            stranger.send("{\"header\":{\"request_id\":2,\"service_name\":\"" + ECHO
                    + "\",\"method_name\":\"wait\"},\"body\":{\"params\":[\"a\"]}}\n");
            waiting.begun.take();
            CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
            leaving.await();
            assertTrue(stranger.line().contains("\"item\":\"NOT_SERVING\""), "while it is registered yet");
            assertTrue(stranger.line().contains("\"kind\":\"end\""));
            assertEquals(ServingStatus.NOT_SERVING, check(null), "and takes calls yet");
            server.health().serving();
            assertEquals(ServingStatus.NOT_SERVING, check(ECHO), "nothing that is said counts any more");
            assertEquals("503 NOT_SERVING", ready(prober));
            left.countDown();
            assertTrue(stranger.line().contains("\"kind\":\"goaway\""));
            stranger.send(request("check", ""));
            assertTrue(stranger.line().contains("\"result\":\"NOT_SERVING\""), "a check is answered to the end");
            stranger.send(request("watch", ""));
            assertTrue(stranger.line().contains("\"item\":\"NOT_SERVING\""));
            assertTrue(stranger.line().contains("\"kind\":\"end\""));
            waiting.release.countDown();
            assertTrue(stranger.line().contains("\"result\":\"a\""));
            stranger.endOutput();
            closed.join();
        }
    }

    /** A registry that takes its time to let a server go. */
    private record Leaving(List<Instance> seen, CountDownLatch leaving, CountDownLatch left) implements Registry {

        @Override
        public Registration register(Instance instance) {
            seen.add(instance);
            return new Registration() {
                @Override
                public void update(Instance newer) {
                    seen.add(newer);
                }

                @Override
                public void close() {
                    leaving.countDown();
                    try {
                        left.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            };
        }

        @Override
        public Watch watch(String service, Listener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Watch watchAll(Listener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    @Test
    void isNotToldToRegistries() throws IOException {
        List<Instance> seen = new ArrayList<>();
        CountDownLatch none = new CountDownLatch(0);
        start(RpcServer.builder().add(new EchoService()).registry(new Leaving(seen, none, none)));
        assertEquals(List.of(ECHO), seen.get(0).services());
    }

    @Test
    void canBeSwitchedOffButForProbes() throws IOException {
        start(RpcServer.builder().add(new EchoService()).withoutHealth());
        RpcException failure = assertThrows(RpcException.class, () -> check(null));
        assertEquals(StatusCode.UNIMPLEMENTED, failure.code());
        assertEquals("200 SERVING", ready());
        server.health().notServing();
        assertEquals("503 NOT_SERVING", ready());
    }

    @Test
    void isAskedLikeAnyOtherService() throws IOException {
        start(RpcServer.builder()
                .add(new EchoService())
                .authenticate(call -> call.metadata().get("authorization") == null
                        ? CompletableFuture.failedFuture(new RpcException(StatusCode.UNAUTHENTICATED, "who?"))
                        : CompletableFuture.completedFuture(() -> "anna")));
        RpcException failure = assertThrows(RpcException.class, () -> check(null));
        assertEquals(StatusCode.UNAUTHENTICATED, failure.code());
        assertEquals("200 SERVING", ready(), "probes show nothing else");
        try (RpcClient known = RpcClient.builder("rpc://" + server.endpoint())
                .credentials(CallCredentials.bearer(() -> "x"))
                .allowPlaintextCredentials()
                .build()) {
            assertEquals(ServingStatus.SERVING, Health.stub(known).check());
        }
    }

    private ServingStatus check(String service) {
        return health.check(Health.CheckRequest.builder().service(service).build());
    }

    private RpcStream<ServingStatus> watch(String service) {
        return health.watch(Health.WatchRequest.builder().service(service).build());
    }

    private String ready() throws IOException {
        try (RawSocket probe = new RawSocket(server.port())) {
            return ready(probe);
        }
    }

    private static String ready(RawSocket probe) throws IOException {
        probe.send("GET /health/ready HTTP/1.1\r\nhost: x\r\n\r\n");
        String status = probe.line().split(" ")[1];
        while (!probe.line().isBlank()) {
            // headers
        }
        return status + " " + probe.line().replaceAll("\\{\"status\":\"(.*)\"}", "$1");
    }

    private static String request(String method, String more) {
        return "{\"header\":{\"request_id\":1,\"service_name\":\"rpc.health.v1.Health\",\"method_name\":\"" + method
                + "\"" + more + "},\"body\":{\"params\":{}}}\n";
    }
}
