package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.RawSocket;
import io.rpcidl.runtime.testing.ScriptedServer;
import io.rpcidl.runtime.testing.contract.Echo;
import io.rpcidl.runtime.testing.contract.EchoAsync;
import io.rpcidl.transport.Connection;
import io.rpcidl.transport.MemoryBudget;
import io.rpcidl.transport.Receiver;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.netty.HttpLimits;
import io.rpcidl.transport.netty.NettyTransport;
import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long connections live, over real sockets. The policy itself is {@link LivenessTest}'s. */
@Timeout(60)
class ConnectionLifeTest {

    private static final String ACCEPTING =
            "{\"header\":{\"request_id\":ID,\"accept\":{\"wire\":1},\"service_name\":\"testing.v1.Echo\","
                    + "\"method_name\":\"echo\"},\"body\":{\"result\":\"ok\"}}\n";
    private static final String OFFER = "{\"header\":{\"request_id\":1,\"service_name\":\"testing.v1.Echo\","
            + "\"method_name\":\"%s\",\"offer\":{\"wire\":1}},\"body\":{\"params\":[\"a\"]}}\n";
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final EchoService service = new EchoService();

    @Test
    void clientGivesUpAServerThatShowsNoSignOfLife() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer((in, socket) -> {
                    in.readLine();
                    socket.getOutputStream().write(ACCEPTING.replace("ID", "1").getBytes());
                    while (in.readLine() != null) {
                        // hears everything and says nothing
                    }
                    end.countDown();
                });
                RpcClient client = RpcClient.builder(server.target())
                        .keepalive(SHORT, SHORT)
                        .build()) {
            Echo echo = Echo.stub(client);
            assertEquals("ok", echo.echo("first"));
            RpcException lost = assertThrows(RpcException.class, () -> echo.echo("second"));
            assertEquals(StatusCode.UNAVAILABLE, lost.code());
            assertEquals(Processed.MAYBE, lost.status().processed());
            assertTrue(lost.getMessage().contains("no sign of life for "), lost.getMessage());
            end.await();
            assertEquals(3, server.lines.size());
            server.lines.take();
            server.lines.take();
            assertEquals("{\"header\":{\"kind\":\"ping\"},\"body\":{}}", server.lines.take());
        }
    }

    @Test
    void serverGivesUpACallerThatShowsNoSignOfLife() throws Exception {
        try (RpcServer server =
                        RpcServer.builder().add(service).keepalive(SHORT, SHORT).start();
                RawSocket caller = new RawSocket(server.port())) {
            caller.send(String.format(OFFER, "wait"));
            assertEquals("{\"header\":{\"kind\":\"ping\"},\"body\":{}}", caller.line());
            caller.send("{\"header\":{\"kind\":\"pong\"},\"body\":{}}\n");
            assertEquals("{\"header\":{\"kind\":\"ping\"},\"body\":{}}", caller.line());
            assertThrows(IOException.class, caller::line); // a reset, or the end
            service.release.countDown();
        }
    }

    @Test
    void aLongCallGoesOnAfterASignOfLife() throws Exception {
        String ping = "{\"header\":{\"kind\":\"ping\"},\"body\":{}}";
        try (ScriptedServer server = new ScriptedServer((in, socket) -> {
                    in.readLine();
                    socket.getOutputStream().write(ACCEPTING.replace("ID", "1").getBytes());
                    String id = in.readLine().replaceFirst(".*\"request_id\":(\\d+).*", "$1");
                    assertEquals(ping, in.readLine());
                    socket.getOutputStream().write((ping.replace("ping", "pong") + "\n").getBytes());
                    socket.getOutputStream().write(ACCEPTING.replace("ID", id).getBytes());
                    in.readLine();
                });
                RpcClient client = RpcClient.builder(server.target())
                        .keepalive(Duration.ofMillis(10), LONG)
                        .build()) {
            Echo echo = Echo.stub(client);
            echo.echo("accepts");
            assertEquals("ok", echo.echo("long"));
        }
    }

    @Test
    void closesConnectionsThatAreNotUsed() throws Exception {
        try (RpcServer server =
                        RpcServer.builder().add(service).idleTimeout(SHORT).start();
                RawSocket stranger = new RawSocket(server.port());
                RawSocket accepted = new RawSocket(server.port())) {
            accepted.send(String.format(OFFER, "echo"));
            accepted.line();
            assertEquals("{\"header\":{\"kind\":\"goaway\"},\"body\":{}}", accepted.line());
            assertEquals("", stranger.rest());
        }
        CountDownLatch closed = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer((in, socket) -> {
                    ScriptedServer.answering(ACCEPTING).play(in, socket);
                    closed.countDown();
                });
                RpcClient client =
                        RpcClient.builder(server.target()).idleTimeout(SHORT).build()) {
            assertEquals("ok", Echo.stub(client).echo(""));
            closed.await();
            assertEquals("ok", Echo.stub(client).echo("and opens another"));
        }
    }

    @Test
    void carriesOutWhatCannotBeAnsweredAlthoughItCrossesGoaway() throws Exception {
        RpcServer server = RpcServer.builder().add(service).start();
        try (RawSocket caller = new RawSocket(server.port())) {
            caller.send(String.format(OFFER, "echo"));
            caller.line();
            Thread closing = new Thread(server::close, "closing");
            closing.start();
            assertEquals("{\"header\":{\"kind\":\"goaway\"},\"body\":{}}", caller.line());
            caller.send(String.format(OFFER, "note").replace("\"offer\":{\"wire\":1}", "\"kind\":\"oneway\""));
            assertEquals("a", service.notes.poll(20, TimeUnit.SECONDS));
            caller.send(String.format(OFFER, "echo"));
            assertTrue(caller.line().contains("UNAVAILABLE"), "what can be answered is refused");
            caller.endOutput();
            closing.join();
        } finally {
            server.close();
        }
    }

    @Test
    void connectionsThatAreOldAreLeftWithoutLosingACall() throws Exception {
        try (RpcServer server =
                        RpcServer.builder().add(service).maxConnectionAge(SHORT).start();
                RpcClient client = RpcClient.connect("rpc://" + server.endpoint());
                RawSocket caller = new RawSocket(server.port())) {
            caller.send(String.format(OFFER, "echo"));
            caller.line();
            assertEquals("{\"header\":{\"kind\":\"goaway\"},\"body\":{}}", caller.line());
            caller.send(String.format(OFFER, "echo"));
            assertTrue(caller.line().endsWith("\"body\":{\"result\":\"a\"}}"), "what crosses is answered");
            Echo echo = Echo.stub(client);
            long end = System.nanoTime() + Duration.ofMillis(500).toNanos();
            while (System.nanoTime() < end) {
                assertEquals("x", echo.echo("x"));
            }
        }
    }

    @Test
    void oneConnectionHasAllCallsUntilItIsBusyAndThoseOfABurstBecomeIdle() throws Exception {
        Semaphore answers = new Semaphore(0);
        EchoService waiting = new EchoService() {
            @Override
            public String wait_(Echo.WaitRequest request) {
                begun.add(request.name());
                answers.acquireUninterruptibly();
                return request.name();
            }
        };
        try (RpcServer server = RpcServer.builder().add(waiting).start();
                RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
            List<CompletableFuture<String>> burst = waitAtOnce(4, client, waiting);
            assertEquals(List.of(1, 1, 1, 1), inFlight(client), "nothing is known of the server yet");
            answers.release(4);
            burst.forEach(CompletableFuture::join);
            waitAtOnce(3, client, waiting);
            assertEquals(List.of(3, 0, 0, 0), inFlight(client));
            answers.release(3);
        }
    }

    private static List<CompletableFuture<String>> waitAtOnce(int calls, RpcClient client, EchoService service)
            throws InterruptedException {
        EchoAsync echo = EchoAsync.stub(client);
        List<CompletableFuture<String>> begun =
                IntStream.range(0, calls).mapToObj(i -> echo.wait_("call " + i)).toList();
        for (int i = 0; i < calls; i++) {
            service.begun.take();
        }
        return begun;
    }

    private static List<Integer> inFlight(RpcClient client) {
        return client.snapshot().servers().get(0).inFlight();
    }

    @Test
    void connectionThatIsGoneKeepsNoTaskThatWaitsForItsTime() throws Exception {
        BlockingQueue<WeakReference<Receiver>> made = new LinkedBlockingQueue<>();
        ReferenceQueue<Receiver> collected = new ReferenceQueue<>();
        try (NettyTransport transport =
                        NettyTransport.server("test", false, 1, null, new HttpLimits(1, LONG), new MemoryBudget(1));
                Transport.Listener port = transport.listen("127.0.0.1", 0, connection -> {
                    Receiver receiver = new Silent(connection);
                    made.add(new WeakReference<>(receiver, collected));
                    return receiver;
                })) {
            new RawSocket(port.port()).close();
            WeakReference<Receiver> receiver = made.take();
            while (collected.remove(10) != receiver) { // or the test's time is over
                System.gc();
            }
        }
    }

    /** What wants to look at its connection in an hour. */
    private static final class Silent implements Receiver {

        private final Connection connection;

        Silent(Connection connection) {
            this.connection = connection;
            connection.schedule(Duration.ofHours(1), this::look);
        }

        private void look() {
            connection.close();
        }

        @Override
        public void received(byte[] bytes, int from, int to) {}

        @Override
        public void inputClosed() {
            connection.close();
        }

        @Override
        public void closed(String reason) {}
    }
}
