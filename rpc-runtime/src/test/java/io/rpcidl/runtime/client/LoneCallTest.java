package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.CallTrace;
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

/** When a caller that waits is told that its call is alone: after as many as its connection wants to see in a row. */
@Timeout(60)
class LoneCallTest {

    private static final int IN_A_ROW = 16;

    private final EchoService service = new EchoService();
    private RpcServer server;
    private RpcClient client;
    private CallTrace last;

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.builder().add(service).start();
        client = RpcClient.builder("rpc://" + server.endpoint())
                .filter((call, next) -> {
                    last = call.trace();
                    return next.invoke(call);
                })
                .build();
        isAlone(); // the first, with which the connection was opened
    }

    @AfterEach
    void stop() {
        service.release.countDown();
        client.close();
        server.close();
    }

    @Test
    void isAloneOnceManyWereInARow() {
        IntStream.range(0, IN_A_ROW).forEach(i -> assertFalse(isAlone(), "call " + i));
        assertTrue(isAlone());
        assertTrue(isAlone());
    }

    @Test
    void isNotAloneBesideAnother() throws Exception {
        IntStream.range(0, IN_A_ROW).forEach(i -> isAlone());
        CompletableFuture<String> other = EchoAsync.stub(client).wait_("other");
        assertFalse(isAlone());
        service.release.countDown();
        assertEquals("other", other.get(20, TimeUnit.SECONDS));
        IntStream.range(0, IN_A_ROW).forEach(i -> assertFalse(isAlone(), "call " + i));
        assertTrue(isAlone());
    }

    private boolean isAlone() {
        assertEquals("hello", Echo.stub(client).echo("hello"));
        return last.isAlone();
    }
}
