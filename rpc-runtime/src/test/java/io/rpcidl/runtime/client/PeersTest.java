package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.testing.ScriptedServer;
import io.rpcidl.runtime.testing.contract.Echo;
import io.rpcidl.runtime.testing.contract.EchoAsync;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a client treats servers that are not ours, or not well. */
@Timeout(60)
class PeersTest {

    private static final String NAMES = "\"service_name\":\"testing.v1.Echo\",\"method_name\":\"echo\"";
    private static final String STRANGER =
            "{\"header\":{\"request_id\":ID," + NAMES + "},\"body\":{\"result\":\"ok\"}}";
    private static final String ACCEPTING = STRANGER.replace("\"echo\"}", "\"echo\",\"accept\":{\"wire\":1}}") + "\n";

    @Test
    void sendsTheRequestThatTheWireDescribes() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.answering(ACCEPTING));
                RpcClient client = RpcClient.connect(server.target())) {
            Echo echo = Echo.stub(client)
                    .with(CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(5)).withMetadata("user", "anna"));
            echo.echo("a");
            echo.echo("b");
            String first = server.lines.take().replaceFirst("\"timeout_ms\":\\d+", "\"timeout_ms\":0");
            assertEquals(
                    "{\"header\":{\"request_id\":1," + NAMES + ",\"timeout_ms\":0,\"metadata\":{\"user\":\"anna\"},"
                            + "\"offer\":{\"wire\":1}},\"body\":{\"params\":{\"text\":\"a\"}}}",
                    first);
            assertTrue(!server.lines.take().contains("offer"));
            assertEquals(1, server.connections.get());
        }
    }

    @Test
    void sendsAStrangerOneRequestAConnection() throws Exception {
        try (ScriptedServer server = new ScriptedServer(PeersTest::stranger);
                RpcClient client = RpcClient.connect(server.target())) {
            EchoAsync echo = EchoAsync.stub(client);
            List<CompletableFuture<String>> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                all.add(echo.echo("x"));
            }
            for (CompletableFuture<String> each : all) {
                assertEquals("ok", each.get());
            }
            assertEquals(100, server.connections.get());
            assertEquals(100, server.lines.size());
        }
    }

    @Test
    void doesNotShareAConnectionBeforeTheServerAccepts() throws Exception {
        CountDownLatch eight = new CountDownLatch(8);
        try (ScriptedServer server = new ScriptedServer((in, socket) -> {
                    in.readLine();
                    eight.countDown();
                    eight.await();
                    answer(socket, STRANGER.replace("ID", "1"));
                });
                RpcClient client = RpcClient.connect(server.target())) {
            List<CompletableFuture<String>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(EchoAsync.stub(client).echo("x"));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).get();
            assertEquals(20, server.connections.get());
        }
    }

    @Test
    void opensNoConnectionWithoutARequest() throws Exception {
        try (ScriptedServer server = new ScriptedServer((in, socket) -> {
                    in.readLine();
                    new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS);
                    answer(socket, STRANGER.replace("ID", "1"));
                });
                RpcClient client = RpcClient.connect(server.target())) {
            EchoAsync hurried = EchoAsync.stub(client).with(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(1)));
            List<CompletableFuture<String>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(hurried.echo("x"));
            }
            for (CompletableFuture<String> each : all) {
                assertThrows(ExecutionException.class, each::get);
            }
            assertEquals("ok", Echo.stub(client).echo("x"));
            assertEquals(server.connections.get(), server.lines.size());
        }
    }

    @Test
    void opensNoConnectionForWhatCannotBeSent() throws Exception {
        try (ScriptedServer server = new ScriptedServer(PeersTest::stranger);
                RpcClient client = RpcClient.connect(server.target())) {
            for (int i = 0; i < 10; i++) {
                assertThrows(RpcException.class, () -> Echo.stub(client).echo("\ud800"));
            }
            assertEquals("ok", Echo.stub(client).echo("x"));
            assertEquals(1, server.connections.get());
        }
    }

    @Test
    void failsOnlyWhatWasInFlightWhenAConnectionBreaks() throws Exception {
        try (ScriptedServer server = new ScriptedServer((in, socket) -> {
                    String line = in.readLine();
                    answer(socket, ACCEPTING.replace("ID", "1"));
                    if (line.contains("\"first\"")) {
                        in.readLine(); // and dies of the second request
                    } else {
                        in.readLine();
                        answer(socket, ACCEPTING.replace("ID", "2"));
                        in.readLine();
                    }
                });
                RpcClient client = RpcClient.connect(server.target())) {
            Echo echo = Echo.stub(client);
            assertEquals("ok", echo.echo("first"));
            RpcException thrown = assertThrows(RpcException.class, () -> echo.echo("second"));
            assertEquals(StatusCode.UNAVAILABLE, thrown.code());
            assertEquals(Processed.MAYBE, thrown.status().processed());
            assertTrue(thrown.getMessage().contains("lost while testing.v1.Echo.echo was in flight"));
            assertEquals("ok", echo.echo("third"));
            assertEquals("ok", echo.echo("fourth"));
        }
    }

    @Test
    void passesOverAServerThatCannotBeReached() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.answering(ACCEPTING));
                RpcClient client = RpcClient.connect(server.target() + ",127.0.0.1:1")) {
            for (int i = 0; i < 10; i++) {
                assertEquals("ok", Echo.stub(client).echo("x"));
            }
        }
    }

    private static void stranger(BufferedReader in, Socket socket) throws IOException {
        in.readLine();
        answer(socket, STRANGER.replace("ID", "1"));
    }

    private static void answer(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
