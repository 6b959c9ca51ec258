package io.rpcidl.runtime.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.JsonValue;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.client.RpcClientBuilder;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.server.RpcServerBuilder;
import io.rpcidl.runtime.stub.DynamicStub;
import io.rpcidl.runtime.testing.Certificates;
import io.rpcidl.runtime.testing.interop.InteropAsync;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of interoperability tests, after gRPC's, by each way in which a client and a server can talk. */
@ParameterizedClass(name = "{0}")
@MethodSource("ways")
@Timeout(120)
class InteropTest {

    private enum Wire {
        STRANGER,
        LINES,
        DEFLATE
    }

    private enum Link {
        TCP,
        TLS,
        IN_PROCESS
    }

    private record Way(boolean async, Wire wire, Link link) {
        @Override
        public String toString() {
            return (async ? "async, " : "blocking, ") + wire + ", " + link;
        }
    }

    private static final List<Integer> DOWNLOAD = List.of(31_415, 9, 2_653, 58_979);
    private static final List<Integer> UPLOAD = List.of(27_182, 8, 1_828, 45_904);

    private static final JsonValue NOTHING = JsonValue.object(Map.of());

    @TempDir
    private static Path folder;

    private static Certificates certificates;

    @Parameter
    private Way way;

    private Cancels service;
    private RpcServer server;
    private RpcClient client;
    private Caller caller;

    private static List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (Wire wire : Wire.values()) {
            for (Link link : Link.values()) {
                ways.add(new Way(false, wire, link));
                ways.add(new Way(true, wire, link));
            }
        }
        return ways;
    }

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = new Certificates(folder, "authority");
    }

    @AfterAll
    static void forget() {
        certificates = null;
    }

    @BeforeEach
    void start() throws Exception {
        RpcServerBuilder serving = RpcServer.builder().allowDeflate();
        if (way.async()) {
            AsyncService async = new AsyncService();
            serving.add(async);
            service = async;
        } else {
            BlockingService blocking = new BlockingService();
            serving.add(blocking);
            service = blocking;
        }
        switch (way.link()) {
            case TLS -> serving.tls(certificates.identity("server"));
            case IN_PROCESS -> serving.inProcess();
            default -> {
                // plain sockets
            }
        }
        server = serving.start();
        RpcClientBuilder calling = RpcClient.builder("rpc://" + server.endpoint());
        switch (way.link()) {
            case TLS -> calling.tls(certificates.trust());
            case IN_PROCESS -> calling.inProcess();
            default -> {
                // plain sockets
            }
        }
        switch (way.wire()) {
            case STRANGER -> calling.neverOffer();
            case DEFLATE -> calling.deflate();
            default -> {
                // what peers of this runtime agree upon by themselves
            }
        }
        client = calling.build();
        caller = way.async() ? new Caller.Async(client) : new Caller.Blocking(client);
        caller.empty(); // whatever is to be agreed upon now is
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void empty() {
        caller.empty();
    }

    @Test
    void large() {
        assertEquals(Caller.text(314_159), caller.large(Caller.text(271_828), 314_159));
    }

    @Test
    void serverStream() {
        assertEquals(DOWNLOAD, caller.download(DOWNLOAD));
    }

    @Test
    void clientStream() {
        assertEquals(74_922, caller.upload(UPLOAD));
    }

    @Test
    void pingPong() {
        assertEquals(DOWNLOAD, caller.talk(DOWNLOAD));
    }

    @Test
    void emptyStreams() {
        assertEquals(List.of(), caller.download(List.of()));
        assertEquals(0, caller.upload(List.of()));
        assertEquals(List.of(), caller.talk(List.of()));
    }

    @Test
    void customMetadata() {
        CallOptions options = CallOptions.DEFAULT.withMetadata("x-user", "Ann\u00e9 \"A\"\n");
        assertEquals("Ann\u00e9 \"A\"\n", caller.metadata(options, "x-user"));
        assertNull(caller.metadata(CallOptions.DEFAULT, "x-user"));
    }

    @Test
    void customMetadataOfTheAnswer() {
        List<Metadata> received = new CopyOnWriteArrayList<>();
        CallOptions options =
                CallOptions.DEFAULT.withMetadata("x-user", "Ann\u00e9 \"A\"\n").onReplyMetadata(received::add);
        Metadata expected = Metadata.EMPTY.with("x-user", "Ann\u00e9 \"A\"\n");
        caller.metadata(options, "x-user");
        assertEquals(List.of(expected), received);
        caller.metadataStream(options, "x-user");
        assertEquals(List.of(expected, expected), received);
    }

    @Test
    void statusWithControlCharactersAndUnicode() {
        String message = "\t\ntest with whitespace\r\nand Unicode BMP \u263a and non-BMP \ud83d\ude08\t\n\u0000";
        for (StatusCode code : StatusCode.values()) {
            RpcException failure = assertThrows(RpcException.class, () -> caller.fail(code.name(), message));
            assertEquals(code, failure.code());
            assertEquals(message, failure.status().message());
        }
    }

    @Test
    void unimplementedMethodAndService() {
        for (String[] names : new String[][] {{"testing.interop.v1.Interop", "none"}, {"none", "empty"}}) {
            RpcException failure = assertThrows(
                    RpcException.class, () -> DynamicStub.of(client).call(names[0], names[1], NOTHING));
            assertEquals(StatusCode.UNIMPLEMENTED, failure.code());
        }
    }

    @Test
    void cancelAfterBegin() throws InterruptedException {
        caller.uploadAndCancel(service.begun());
        assertTrue(service.cancels().tryAcquire(60, TimeUnit.SECONDS));
    }

    @Test
    void cancelAfterFirstAnswer() throws InterruptedException {
        assertEquals(100, caller.downloadFirst(Collections.nCopies(200_000, 100)));
        assertTrue(service.cancels().tryAcquire(60, TimeUnit.SECONDS));
    }

    @Test
    void aDeadlineOfOneMillisecondOnAServerThatSleeps() {
        CallOptions options = CallOptions.DEFAULT.withTimeout(Duration.ofMillis(1));
        RpcException failure = assertThrows(RpcException.class, () -> caller.sleep(options, 60_000));
        assertEquals(StatusCode.DEADLINE_EXCEEDED, failure.code());
    }

    @Test
    void aThousandLargeCallsAtOnce() {
        InteropAsync stub = InteropAsync.stub(client).with(CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(100)));
        List<CompletableFuture<String>> calls = Stream.generate(() -> stub.large(Caller.text(27_182), 31_415))
                .limit(way.wire() == Wire.STRANGER && way.link() == Link.TLS ? 100 : 1_000) // each is a handshake
                .toList();
        calls.forEach(call -> assertEquals(31_415, Caller.get(call).length()));
    }
}
