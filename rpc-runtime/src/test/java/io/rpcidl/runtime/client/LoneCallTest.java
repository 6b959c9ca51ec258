package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.observe.WireLog;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.contract.Echo;
import io.rpcidl.runtime.testing.contract.EchoAsync;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a caller looks for its answer: while its call is alone, as were as many before it as its connection wants to see. */
@Timeout(60)
class LoneCallTest {

    private static final int IN_A_ROW = 16;

    private final EchoService service = new EchoService();
    private RpcServer server;
    private RpcClient client;
    private CompletableFuture<Reply> last;

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.builder().add(service).start();
        client = client().build();
        callLooks(); // the first, with which the connection was opened
    }

    @AfterEach
    void stop() {
        service.release.countDown();
        client.close();
        server.close();
    }

    @Test
    void looksOnceManyWereAlone() {
        IntStream.range(0, IN_A_ROW).forEach(i -> assertFalse(callLooks(), "call " + i));
        assertTrue(callLooks());
        assertTrue(callLooks());
    }

    @Test
    void doesNotLookBesideAnother() throws Exception {
        IntStream.range(0, IN_A_ROW).forEach(i -> callLooks());
        CompletableFuture<String> other = EchoAsync.stub(client).wait_("other");
        assertFalse(callLooks());
        service.release.countDown();
        assertEquals("other", other.get(20, TimeUnit.SECONDS));
        IntStream.range(0, IN_A_ROW).forEach(i -> assertFalse(callLooks(), "call " + i));
        assertTrue(callLooks());
    }

    @Test
    void looksWhereMessagesAreLoggedToo() {
        client.close();
        client = client().wireLog(WireLog.all()).build();
        IntStream.rangeClosed(0, IN_A_ROW).forEach(i -> callLooks());
        assertTrue(callLooks());
    }

    private RpcClientBuilder client() {
        return RpcClient.builder("rpc://" + server.endpoint()).filter((call, next) -> last = next.invoke(call));
    }

    private boolean callLooks() {
        assertEquals("hello", Echo.stub(client).echo("hello"));
        return ((AttemptReply) last).isLookedFor();
    }
}
