package io.rpcidl.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.Codec;
import io.rpcidl.json.Codecs;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.MethodDescriptor.Kind;
import io.rpcidl.runtime.MethodTraits;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.stub.Caller;
import io.rpcidl.runtime.stub.ServiceDefinition;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where code runs: that of {@code @nonblocking} methods, and of those who ask for direct callbacks, on I/O threads. */
@Timeout(60)
class NonBlockingTest {

    private static final Codec<List<String>> PARAMS = Codecs.list(Codecs.STRING);
    private static final MethodDescriptor<List<String>, String> QUICK = method("quick", Kind.UNARY, true);
    private static final MethodDescriptor<List<String>, String> SLOW = method("slow", Kind.UNARY, false);
    private static final MethodDescriptor<List<String>, String> ITEMS = method("items", Kind.SERVER_STREAM, true);
    private static final MethodDescriptor<List<String>, String> WAITING = method("waiting", Kind.UNARY, true);

    private final CountDownLatch released = new CountDownLatch(1);
    private RpcServer server;
    private RpcClient client;

    @BeforeEach
    void start() throws IOException {
        ServiceDefinition service = new ServiceDefinition("testing.v1.Threads")
                .blocking(QUICK, params -> handlersThread())
                .blocking(SLOW, params -> {
                    released.await();
                    return handlersThread();
                })
                .serverStream(ITEMS, (params, out) -> out.write(handlersThread()))
                .blocking(WAITING, params -> new Caller(client).call(QUICK, List.of()));
        server = RpcServer.builder().add(() -> service).start();
        client = RpcClient.builder("rpc://" + server.endpoint())
                .directCallbacks()
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void runsAMethodThatNeverBlocksWhereItsRequestIsRead() {
        released.countDown();
        Caller caller = new Caller(client);
        assertTrue(caller.call(QUICK, List.of()).startsWith("rpcidl-server"), caller.call(QUICK, List.of()));
        assertTrue(caller.call(SLOW, List.of()).startsWith("rpcidl-handler"), caller.call(SLOW, List.of()));
    }

    @Test
    void runsAStreamOnAWorkerForItsItemsMayHaveToWait() {
        try (RpcStream<String> items = new Caller(client).serverStream(ITEMS, List.of())) {
            assertTrue(items.next().startsWith("rpcidl-handler"));
        }
    }

    @Test
    void letsNobodyWaitOnAThreadThatReads() throws Exception {
        Caller caller = new Caller(client);
        RpcException waits = assertThrows(RpcException.class, () -> caller.call(WAITING, List.of()));
        assertEquals(StatusCode.INTERNAL, waits.code());
        CompletableFuture<String> then =
                caller.callAsync(SLOW, List.of()).thenApply(thread -> caller.call(QUICK, List.of()));
        released.countDown();
        ExecutionException refused = assertThrows(ExecutionException.class, () -> then.get(20, TimeUnit.SECONDS));
        assertEquals(
                "an I/O thread must not wait for answers: use the asynchronous stub, or leave out @nonblocking or"
                        + " directCallbacks()",
                refused.getCause().getMessage());
        assertTrue(caller.call(QUICK, List.of()).startsWith("rpcidl"));
    }

    private static String handlersThread() {
        assertEquals("testing.v1.Threads", ServerCall.current().method().serviceName());
        return Thread.currentThread().getName();
    }

    private static MethodDescriptor<List<String>, String> method(String name, Kind kind, boolean nonblocking) {
        MethodTraits traits = nonblocking ? MethodTraits.NONE.asNonblocking() : MethodTraits.NONE;
        return new MethodDescriptor<>("testing.v1.Threads", name, kind, PARAMS, Codecs.STRING, traits);
    }
}
