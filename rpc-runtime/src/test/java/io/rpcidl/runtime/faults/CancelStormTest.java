package io.rpcidl.runtime.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.RawSocket;
import io.rpcidl.runtime.testing.contract.Echo;
import io.rpcidl.runtime.testing.contract.EchoAsync;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Callers that give up what they have only just sent, 20,000 times; with {@code -Dlong=true}, as CI does, a hundred thousand
 * times.
 */
@Timeout(120)
class CancelStormTest {

    private static final int CALLS = Boolean.getBoolean("long") ? 100_000 : 20_000;
    private static final int AT_ONCE = 100;
    private static final int CALLS_OF_A_CONNECTION = 500;
    private static final int CALLS_OF_A_SERVER = 1_000;
    private static final String MESSAGE = "{\"header\":{\"request_id\":%d,\"service_name\":\"testing.v1.Echo\","
            + "\"method_name\":\"echo\"%s},\"body\":{%s}}\n";

    private final EchoService service = new EchoService();

    @AfterEach
    void release() {
        service.release.countDown();
    }

    @Test
    void ofAStrangerIsAnsweredCallByCall() throws Exception {
        try (RpcServer server = start();
                HealthyClient healthy = new HealthyClient(server);
                RawSocket socket = new RawSocket(server.port())) {
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(socket));
            BitSet answered = new BitSet();
            for (int i = 0; i < CALLS; i++) {
                String line = socket.line();
                int id = Integer.parseInt(line.replaceFirst(".*\"request_id\":(\\d+).*", "$1"));
                assertTrue(!answered.get(id), "answered twice: " + line);
                answered.set(id);
                boolean known = line.contains("\"result\":\"x\"")
                        || line.contains("\"CANCELLED\"")
                        || line.contains("\"RESOURCE_EXHAUSTED\"");
                assertTrue(known, line);
                if (i % 100 == 0) {
                    healthy.call(1);
                }
            }
            sent.get();
            assertEquals(CALLS, answered.cardinality());
            healthy.wasServedSoon();
            holdsNoPlace(server);
        }
    }

    @Test
    void ofAClientCostsOthersNothing() throws Exception {
        try (RpcServer server = start();
                HealthyClient healthy = new HealthyClient(server);
                RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
            EchoAsync echo = EchoAsync.stub(client);
            Echo.stub(client).echo("accepted by now");
            healthy.call(100);
            long before = HealthyClient.heap();
            for (int i = 0; i < CALLS; i += AT_ONCE) {
                List<CompletableFuture<String>> calls = new ArrayList<>();
                for (int j = 0; j < AT_ONCE; j++) {
                    calls.add(echo.echo("x"));
                }
                calls.forEach(call -> call.cancel(true));
                healthy.call(1);
            }
            healthy.wasServedSoon();
            assertEquals("x", Echo.stub(client).echo("x"));
            long grown = HealthyClient.heap() - before;
            assertTrue(grown < 16 << 20, grown + " bytes were kept of " + CALLS + " calls");
            holdsNoPlace(server);
        }
    }

    private RpcServer start() throws IOException {
        return RpcServer.builder()
                .add(service)
                .maxInFlight(CALLS_OF_A_CONNECTION)
                .maxCalls(CALLS_OF_A_SERVER)
                .start();
    }

    private static void send(RawSocket socket) {
        StringBuilder packet = new StringBuilder();
        try {
            for (int i = 0; i < CALLS; i++) {
                packet.append(String.format(MESSAGE, i, "", "\"params\":[\"x\"]"));
                packet.append(String.format(MESSAGE, i, ",\"kind\":\"cancel\"", ""));
                if (i % AT_ONCE == AT_ONCE - 1) {
                    socket.send(packet.toString().getBytes(StandardCharsets.US_ASCII));
                    packet.setLength(0);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills every place for a call on the server: one that was not given back would be missed. */
    private void holdsNoPlace(RpcServer server) throws Exception {
        try (RpcClient one = RpcClient.connect("rpc://" + server.endpoint());
                RpcClient other = RpcClient.connect("rpc://" + server.endpoint())) {
            Echo.stub(one).echo("accepted by now");
            Echo.stub(other).echo("accepted by now");
            List<CompletableFuture<String>> waiting = new ArrayList<>();
            for (RpcClient client : List.of(one, other)) {
                for (int i = 0; i < CALLS_OF_A_CONNECTION; i++) {
                    waiting.add(EchoAsync.stub(client).wait_("w"));
                }
            }
            service.release.countDown();
            for (CompletableFuture<String> each : waiting) {
                assertEquals("w", each.get());
            }
        }
    }
}
