package io.rpcidl.runtime.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.Codecs;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.ItemSink;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.client.RoundRobin;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.stub.Caller;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.RawSocket;
import io.rpcidl.runtime.testing.StreamService;
import io.rpcidl.runtime.testing.contract.Echo;
import io.rpcidl.runtime.testing.contract.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What listeners are told: each call once, with its attempts, its messages and its end. */
@Timeout(60)
class CallListenerTest {

    private final EchoService service = new EchoService();
    private final StreamService streams = new StreamService(false);
    private final Recording atServer = new Recording();
    private final Recording atClient = new Recording();
    private RpcServer server;
    private RpcClient client;

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.builder()
                .add(service)
                .add(streams)
                .maxInFlight(2)
                .listener(atServer)
                .start();
        client = client("rpc://" + server.endpoint());
    }

    private RpcClient client(String target) {
        return RpcClient.builder(target).listener(atClient).build();
    }

    @AfterEach
    void stop() {
        service.release.countDown();
        streams.close();
        client.close();
        server.close();
    }

    @Test
    void callThatIsAnswered() throws Exception {
        Echo.stub(client).echo("hello");
        assertEquals("client testing.v1.Echo.echo: OK [OK after 1 out, 1 in]", atClient.next());
        assertEquals("server testing.v1.Echo.echo: OK [OK after 1 out, 1 in]", atServer.next());
        assertTrue(atClient.sent.get() > 80);
        assertEquals(
                atClient.sent.get(), atServer.received.get(), 1.0); // the end of the line may be read with the next one
        assertEquals(atServer.sent.get(), atClient.received.get(), 1.0);
    }

    @Test
    void callThatFails() throws Exception {
        assertThrows(RefusedException.class, () -> Echo.stub(client).fail("refused"));
        String end = "FAILED_PRECONDITION [FAILED_PRECONDITION after 1 out, 1 in]";
        assertEquals("client testing.v1.Echo.fail: " + end, atClient.next());
        assertEquals("server testing.v1.Echo.fail: " + end, atServer.next());
    }

    @Test
    void onewayCallHasNoAnswer() throws Exception {
        Echo.stub(client).echo("the wire is accepted now");
        atClient.next();
        atServer.next();
        Echo.stub(client).note("hello");
        assertEquals("client testing.v1.Echo.note: OK [OK after 1 out, 0 in]", atClient.next());
        assertEquals("server testing.v1.Echo.note: OK [OK after 0 out, 1 in]", atServer.next());
    }

    @Test
    void eachServerThatIsTriedIsAnAttempt() throws Exception {
        int dead;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            dead = socket.getLocalPort();
        }
        try (RpcClient two = RpcClient.builder("rpc://127.0.0.1:" + dead + "," + server.endpoint())
                .balancer(RoundRobin::new)
                .listener(atClient)
                .build()) {
            Echo.stub(two).echo("hello");
        }
        assertEquals(
                "client testing.v1.Echo.echo: OK [UNAVAILABLE after 0 out, 0 in, OK after 1 out, 1 in]",
                atClient.next());
    }

    @Test
    void callThatReachesNobody() throws Exception {
        client.close();
        assertThrows(RpcException.class, () -> Echo.stub(client).echo("hello"));
        assertEquals("client testing.v1.Echo.echo: UNAVAILABLE []", atClient.next());
    }

    @Test
    void deadlineThatPasses() throws Exception {
        Echo late = Echo.stub(client).with(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(200)));
        Echo.stub(client).echo("the wire is accepted now");
        atClient.next();
        atServer.next();
        assertThrows(RpcException.class, () -> late.wait_("long"));
        assertEquals(
                "client testing.v1.Echo.wait: DEADLINE_EXCEEDED [DEADLINE_EXCEEDED after 1 out, 0 in]",
                atClient.next());
        Echo.stub(client).echo("behind the cancel");
        atServer.next();
        service.release.countDown();
        assertEquals(
                "server testing.v1.Echo.wait: DEADLINE_EXCEEDED [DEADLINE_EXCEEDED after 1 out, 1 in]",
                atServer.next());
    }

    @Test
    void itemsAreMessagesToo() throws Exception {
        try (RpcStream<Long> numbers = new Caller(client).serverStream(StreamService.COUNT, List.of(3L))) {
            numbers.forEachRemaining(number -> {});
        }
        String counted = atServer.next(); // the request, and the caller's credit if it was in time
        assertTrue(counted.matches("server testing.v1.Streams.count: OK \\[OK after 4 out, [12] in]"), counted);
        // items, end, and what accepts the wire
        assertEquals("client testing.v1.Streams.count: OK [OK after 1 out, 5 in]", atClient.next());
        ItemSink<Long, Long> sum = new Caller(client).clientStream(StreamService.SUM, Codecs.INT64, List.of());
        sum.send(1L);
        sum.send(2L);
        assertEquals(3L, sum.finish());
        assertTrue(atServer.next().startsWith("server testing.v1.Streams.sum: OK [OK after 1 out, "));
        assertTrue(atClient.next().startsWith("client testing.v1.Streams.sum: OK [OK after "));
    }

    @Test
    void streamThatItsReaderLeaves() throws Exception {
        try (RpcStream<Long> numbers = new Caller(client).serverStream(StreamService.ENDLESS, List.of())) {
            numbers.next();
        }
        assertTrue(atClient.next().startsWith("client testing.v1.Streams.endless: CANCELLED [CANCELLED after "));
        assertTrue(atServer.next().startsWith("server testing.v1.Streams.endless: CANCELLED [CANCELLED after "));
    }

    @Test
    void streamThatFails() throws Exception {
        try (RpcStream<Long> numbers = new Caller(client).serverStream(StreamService.FAIL, List.of(2L))) {
            assertThrows(RefusedException.class, () -> numbers.forEachRemaining(number -> {}));
        }
        String end = "FAILED_PRECONDITION [FAILED_PRECONDITION after ";
        assertTrue(atClient.next().startsWith("client testing.v1.Streams.fail: " + end));
        assertTrue(atServer.next().startsWith("server testing.v1.Streams.fail: " + end));
    }

    @Test
    void anAnswerThatCannotBeSentIsAFailure() throws Exception {
        assertThrows(RpcException.class, () -> Echo.stub(client).fail("null"));
        assertEquals("server testing.v1.Echo.fail: INTERNAL [INTERNAL after 1 out, 1 in]", atServer.next());
        try (RawSocket socket = new RawSocket(server.port())) {
            socket.send("POST /testing.v1.Echo/fail HTTP/1.1\r\nhost: x\r\ncontent-length: 8\r\n\r\n[\"null\"]");
            assertEquals("server testing.v1.Echo.fail: INTERNAL [INTERNAL after 1 out, 1 in]", atServer.next());
        }
    }

    @Test
    void anAttemptEndsBeforeItsCall() throws Exception {
        CallOptions short_ = CallOptions.DEFAULT.withTimeout(Duration.ofMillis(200));
        try (RpcStream<Long> numbers = new Caller(client).with(short_).serverStream(StreamService.ENDLESS, List.of())) {
            assertThrows(RpcException.class, () -> numbers.forEachRemaining(number -> {}));
        }
        String line = atClient.next();
        assertTrue(
                line.startsWith("client testing.v1.Streams.endless: DEADLINE_EXCEEDED [DEADLINE_EXCEEDED after "),
                line);
    }

    @Test
    void callInHttp() throws Exception {
        try (RawSocket socket = new RawSocket(server.port())) {
            socket.send("POST /testing.v1.Echo/echo HTTP/1.1\r\nhost: x\r\ncontent-length: 7\r\n\r\n[\"hey\"]");
            assertEquals("server testing.v1.Echo.echo: OK [OK after 1 out, 1 in]", atServer.next());
            socket.send("POST /testing.v1.Echo/nothing HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n");
            assertEquals("refused other: UNIMPLEMENTED", atServer.next());
        }
    }

    @Test
    void requestsThatAreRefused() throws Exception {
        try (RawSocket socket = new RawSocket(server.port())) {
            socket.send("{\"header\":{\"request_id\":1,\"service_name\":\"no\",\"method_name\":\"such\"},\"body\":{}}");
            assertEquals("refused other: UNIMPLEMENTED", atServer.next());
            String wait =
                    "{\"header\":{\"request_id\":%d,\"service_name\":\"testing.v1.Echo\",\"method_name\":\"wait\"},"
                            + "\"body\":{\"params\":[\"a\"]}}";
            for (int id = 2; id < 5; id++) {
                socket.send(String.format(wait, id));
            }
            assertEquals("refused testing.v1.Echo.wait: RESOURCE_EXHAUSTED", atServer.next());
            socket.send("nonsense");
            assertEquals("refused other: INVALID_ARGUMENT", atServer.next());
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void aListenerThatReturnsNothingHarmsNobody() throws Exception {
        CallObserver nothing = new CallObserver() {
            @Override
            public Metadata metadata(Metadata metadata) {
                return null;
            }

            @Override
            public AttemptObserver attempt(String peer) {
                return null;
            }

            @Override
            public Runnable enter() {
                return null;
            }
        };
        CallListener careless = new CallListener() {
            @Override
            public CallObserver clientCall(Call call) {
                return nothing;
            }

            @Override
            public CallObserver serverCall(Call call) {
                return nothing;
            }
        };
        try (RpcServer other =
                        RpcServer.builder().add(service).listener(careless).start();
                RpcClient watched = RpcClient.builder("rpc://" + other.endpoint())
                        .listener(careless)
                        .build()) {
            assertEquals("hello", Echo.stub(watched).echo("hello"));
            assertEquals("hello", Echo.stub(watched).echo("hello"));
        }
    }

    @Test
    void aListenerThatThrowsHarmsNobody() throws Exception {
        CallListener broken = new CallListener() {
            @Override
            public CallObserver clientCall(Call call) {
                throw new IllegalStateException("broken");
            }
        };
        try (RpcClient watched = RpcClient.builder("rpc://" + server.endpoint())
                .listener(broken)
                .listener(atClient)
                .build()) {
            assertEquals("hello", Echo.stub(watched).echo("hello"));
        }
        assertEquals("client testing.v1.Echo.echo: OK [OK after 1 out, 1 in]", atClient.next());
    }
}
