package io.rpcidl.runtime.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rpcidl.json.JsonValue;
import io.rpcidl.runtime.BidiStream;
import io.rpcidl.runtime.ItemSink;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.testing.Collecting;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.Publishing;
import io.rpcidl.runtime.testing.StreamService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls of every kind without a contract, blocking and not. Unary ones are tested with the client. */
@Timeout(60)
class DynamicStubTest {

    private static final String STREAMS = "testing.v1.Streams";
    private static final JsonValue NONE = JsonValue.array();

    private final StreamService streams = new StreamService(false);
    private final EchoService echo = new EchoService();
    private RpcServer server;
    private RpcClient client;
    private DynamicStub<JsonValue> stub;

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.builder().add(streams).add(echo).inProcess().start();
        client = RpcClient.builder("rpc://" + server.endpoint()).inProcess().build();
        stub = DynamicStub.of(client);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        streams.close();
    }

    @Test
    void sendsWhatNobodyAnswers() throws Exception {
        stub.oneway("testing.v1.Echo", "note", JsonValue.parse("{\"text\": \"a\"}"));
        assertEquals("a", echo.notes.take());
        assertNull(stub.onewayAsync("testing.v1.Echo", "note", JsonValue.parse("[\"b\"]"))
                .get());
        assertEquals("b", echo.notes.take());
    }

    @Test
    void readsItems() throws Exception {
        List<JsonValue> read = new ArrayList<>();
        try (RpcStream<JsonValue> items = stub.serverStream(STREAMS, "count", params(3))) {
            items.forEachRemaining(read::add);
        }
        assertEquals(numbers(0, 1, 2), read);
        Collecting<JsonValue> told = new Collecting<>(1);
        stub.serverStreamAsync(STREAMS, "count", params(3)).subscribe(told);
        assertEquals(numbers(0, 1, 2), told.all.get());
    }

    @Test
    void sendsItems() throws Exception {
        try (ItemSink<JsonValue, JsonValue> sum = stub.clientStream(STREAMS, "sum", NONE)) {
            numbers(1, 2, 3).forEach(sum::send);
            assertEquals(JsonValue.of(6), sum.finish());
        }
        Publishing<JsonValue> items = Publishing.of(numbers(4, 5));
        assertEquals(
                JsonValue.of(9),
                stub.clientStreamAsync(STREAMS, "sum", NONE, items).get());
    }

    @Test
    void sendsAndReadsItems() throws Exception {
        try (BidiStream<JsonValue, JsonValue> talk = stub.bidiStream(STREAMS, "echo", NONE)) {
            talk.send(JsonValue.of("a"));
            assertEquals(JsonValue.of("a"), talk.next());
            talk.send(JsonValue.of("b"));
            talk.finish();
            assertEquals(JsonValue.of("b"), talk.next());
            assertFalse(talk.hasNext());
        }
        Collecting<JsonValue> told = new Collecting<>(10);
        stub.bidiStreamAsync(STREAMS, "echo", NONE, Publishing.of(List.of(JsonValue.of("c"))))
                .subscribe(told);
        assertEquals(List.of(JsonValue.of("c")), told.all.get());
    }

    @Test
    void hasTheDetailsOfAStreamsError() {
        try (RpcStream<JsonValue> items = stub.serverStream(STREAMS, "fail", params(1))) {
            assertEquals(JsonValue.of(0), items.next());
            RpcException e = assertThrows(RpcException.class, items::next);
            assertEquals(
                    "{\"reason\":\"busy\",\"count\":0}",
                    e.status().details().json().toUtf8());
        }
    }

    @Test
    void failsWhereTheKindIsAnother() {
        RpcException e = assertThrows(RpcException.class, () -> stub.call(STREAMS, "count", params(3)));
        assertEquals("INTERNAL: items where one answer was due", e.getMessage());
        RpcStream<JsonValue> items = stub.serverStream("testing.v1.Echo", "echo", JsonValue.parse("[\"a\"]"));
        assertThrows(RpcException.class, items::next);
    }

    private static JsonValue params(long number) {
        return JsonValue.array(JsonValue.of(number));
    }

    private static List<JsonValue> numbers(long... all) {
        List<JsonValue> values = new ArrayList<>();
        for (long each : all) {
            values.add(JsonValue.of(each));
        }
        return values;
    }
}
