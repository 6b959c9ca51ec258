package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.CallTrace;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.stub.Caller;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.StreamService;
import io.rpcidl.runtime.testing.contract.Echo;
import io.rpcidl.runtime.testing.contract.EchoAsync;
import io.rpcidl.runtime.testing.contract.RefusedException;
import io.rpcidl.transport.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an exception says of the call that failed: where it went, how often, and where the time went. */
@Timeout(60)
class CallTraceTest {

    private final EchoService service = new EchoService();
    private final StreamService streams = new StreamService(false);
    private RpcServer server;
    private RpcClient client;

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.builder().add(service).add(streams).start();
        client = RpcClient.connect("rpc://" + server.endpoint());
    }

    @AfterEach
    void stop() {
        service.release.countDown();
        streams.close();
        client.close();
        server.close();
    }

    @Test
    void namesTheServerThatAnswered() {
        RefusedException thrown =
                assertThrows(RefusedException.class, () -> Echo.stub(client).fail("refused"));
        assertTrace(thrown, server.endpoint(), 1);
        assertTrue(
                thrown.toString()
                        .matches(
                                "io.rpcidl.*RefusedException: FAILED_PRECONDITION: no, thanks \\[testing.v1.Echo.fail to "
                                        + server.endpoint()
                                        + ", attempt 1, \\d+ ms(, of which \\d+ ms until it was sent)?]"),
                thrown.toString());
        assertEquals("FAILED_PRECONDITION: no, thanks", thrown.getMessage());
    }

    @Test
    void showsTheLineThatHasCalled() {
        RpcException thrown =
                assertThrows(RpcException.class, () -> Echo.stub(client).fail("status"));
        assertTrue(Stream.of(thrown.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(getClass().getName())));
    }

    @Test
    void isThereOfFuturesAndStreamsToo() throws Exception {
        ExecutionException late = assertThrows(
                ExecutionException.class,
                () -> EchoAsync.stub(client).fail("status").get(20, TimeUnit.SECONDS));
        assertTrace((RpcException) late.getCause(), server.endpoint(), 1);
        try (RpcStream<Long> items = new Caller(client).serverStream(StreamService.FAIL, List.of(0L))) {
            assertTrace(assertThrows(RpcException.class, items::hasNext), server.endpoint(), 1);
        }
    }

    @Test
    void saysWhereTheTimeWentThatPassedBeforeTheDeadline() {
        CallOptions hurried = CallOptions.DEFAULT.withTimeout(Duration.ofMillis(50));
        RpcException late = assertThrows(
                RpcException.class, () -> Echo.stub(client).with(hurried).wait_("forever"));
        assertEquals(StatusCode.DEADLINE_EXCEEDED, late.code());
        CallTrace trace = assertTrace(late, server.endpoint(), 1);
        assertTrue(trace.elapsed().toMillis() >= 50, trace.toString());
        assertTrue(trace.untilSent().compareTo(trace.elapsed()) < 0, trace.toString());
        assertEquals(trace.elapsed(), trace.elapsed(), "it stands still");
    }

    @Test
    void countsTheServersThatWereTried() throws IOException {
        Endpoint nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = new Endpoint("127.0.0.1", socket.getLocalPort());
        }
        try (RpcClient other = RpcClient.builder("rpc://" + nobody + "," + server.endpoint())
                .balancer(RoundRobin::new)
                .build()) {
            RpcException thrown =
                    assertThrows(RpcException.class, () -> Echo.stub(other).fail("status"));
            assertTrace(thrown, server.endpoint(), 2);
        }
        try (RpcClient other =
                RpcClient.builder("rpc://" + nobody).withoutRetries().build()) {
            RpcException thrown =
                    assertThrows(RpcException.class, () -> Echo.stub(other).fail("status"));
            assertTrace(thrown, nobody, 1);
        }
    }

    @Test
    void saysThatThereWasNoServer() {
        client.close();
        RpcException thrown =
                assertThrows(RpcException.class, () -> Echo.stub(client).fail("status"));
        CallTrace trace = assertTrace(thrown, null, 0);
        assertTrue(trace.toString().startsWith("testing.v1.Echo.fail to no server, "), trace.toString());
    }

    @Test
    void isNotThereOfWhatAHandlerMakes() {
        assertNull(new RpcException(StatusCode.NOT_FOUND, "mine").trace());
    }

    private static CallTrace assertTrace(RpcException thrown, Endpoint endpoint, int attempts) {
        CallTrace trace = thrown.trace();
        assertEquals(endpoint, trace.endpoint());
        assertEquals(attempts, trace.attempts());
        return trace;
    }
}
