package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rpcidl.json.Codec;
import io.rpcidl.json.Codecs;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.MethodDescriptor.Kind;
import io.rpcidl.runtime.MethodTraits;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.stub.Caller;
import io.rpcidl.runtime.stub.ServiceDefinition;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Large messages have connections of their own. Every method here answers with the address from which it was called. */
@Timeout(60)
class BulkLaneTest {

    private static final Codec<List<String>> PARAMS = Codecs.list(Codecs.STRING);
    private static final MethodDescriptor<List<String>, String> SMALL = method("small", Kind.UNARY);
    private static final MethodDescriptor<List<String>, String> TAKES = method("takes", Kind.UNARY);
    private static final MethodDescriptor<List<String>, String> ANSWERS = method("answers", Kind.UNARY);
    private static final MethodDescriptor<List<String>, String> STREAMS = method("streams", Kind.SERVER_STREAM);
    private static final MethodDescriptor<List<String>, Void> NOTE =
            new MethodDescriptor<>("testing.v1.Lanes", "note", Kind.ONEWAY, PARAMS, Codecs.NOTHING, MethodTraits.NONE);
    private static final String LARGE = "x".repeat(BulkMethods.LARGE);

    private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();
    private RpcServer server;
    private RpcClient client;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        ServiceDefinition service = new ServiceDefinition("testing.v1.Lanes")
                .blocking(SMALL, params -> from())
                .procedure(NOTE, params -> notes.add(from()))
                .blocking(TAKES, params -> from())
                .blocking(ANSWERS, params -> from() + params.get(0).repeat(BulkMethods.LARGE))
                .serverStream(STREAMS, (params, out) -> {
                    out.write(from());
                    out.write(LARGE);
                });
        server = RpcServer.builder().add(() -> service).start();
        client = RpcClient.connect("rpc://" + server.endpoint());
        caller = new Caller(client);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void keepsALargeRequestApart() throws Exception {
        String main = caller.call(SMALL, List.of());
        String bulk = caller.call(TAKES, List.of(LARGE));
        assertNotEquals(main, bulk);
        assertEquals(main, caller.call(SMALL, List.of()));
        assertEquals(bulk, caller.call(TAKES, List.of(LARGE)));
        CompletableFuture<String> async = caller.callAsync(TAKES, List.of(LARGE));
        assertEquals(bulk, async.get(20, TimeUnit.SECONDS));
    }

    @Test
    void keepsAMethodApartThatWasAnsweredWithMuch() {
        String main = caller.call(SMALL, List.of());
        assertEquals(main, address(caller.call(ANSWERS, List.of("x"))));
        String bulk = address(caller.call(ANSWERS, List.of("x")));
        assertNotEquals(main, bulk);
        assertEquals(main, caller.call(SMALL, List.of()));
        for (int i = 0; i < 16; i++) {
            assertEquals(bulk, caller.call(ANSWERS, List.of("")), "not sure yet: " + i);
        }
        assertEquals(main, caller.call(ANSWERS, List.of("")));
    }

    @Test
    void keepsStreamsOfLargeItemsApart() {
        String main = caller.call(SMALL, List.of());
        assertEquals(main, firstItem());
        String bulk = firstItem();
        assertNotEquals(main, bulk);
        assertEquals(bulk, firstItem());
    }

    @Test
    void sendsLargeOnewayCallsWithAllOthers() throws Exception {
        String main = caller.call(SMALL, List.of());
        for (int i = 0; i < 20; i++) {
            caller.call(NOTE, List.of(LARGE));
            assertEquals(main, notes.poll(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void sendsLargeCallsWithAllOthersWhereThereIsNoRoomForAnotherConnection() throws IOException {
        ServiceDefinition service = new ServiceDefinition("testing.v1.Lanes")
                .blocking(SMALL, params -> from())
                .blocking(TAKES, params -> from());
        try (RpcServer narrow =
                        RpcServer.builder().add(() -> service).maxConnections(1).start();
                RpcClient only = RpcClient.connect("rpc://" + narrow.endpoint())) {
            Caller narrowly = new Caller(only);
            String main = narrowly.call(SMALL, List.of());
            // the server closes what it has taken already: who was sent there is lost, and the only one
            assertThrows(RpcException.class, () -> narrowly.call(TAKES, List.of(LARGE)));
            assertEquals(main, narrowly.call(TAKES, List.of(LARGE)));
            assertEquals(main, narrowly.call(SMALL, List.of()));
        }
    }

    private String firstItem() {
        try (RpcStream<String> items = caller.serverStream(STREAMS, List.of())) {
            String first = items.next();
            items.next();
            return first;
        }
    }

    private static String address(String answer) {
        return answer.replaceFirst("x+$", "");
    }

    private static String from() {
        return ServerCall.current().peer().address();
    }

    private static MethodDescriptor<List<String>, String> method(String name, Kind kind) {
        return new MethodDescriptor<>("testing.v1.Lanes", name, kind, PARAMS, Codecs.STRING, MethodTraits.NONE);
    }
}
