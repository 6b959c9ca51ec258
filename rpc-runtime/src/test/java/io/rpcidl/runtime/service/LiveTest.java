package io.rpcidl.runtime.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.Codecs;
import io.rpcidl.runtime.ItemSink;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.service.live.ConnectionState;
import io.rpcidl.runtime.service.live.Live;
import io.rpcidl.runtime.service.live.OpenCall;
import io.rpcidl.runtime.service.live.ServerChannel;
import io.rpcidl.runtime.service.live.ServerState;
import io.rpcidl.runtime.stub.Caller;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.StreamService;
import io.rpcidl.runtime.testing.contract.Echo;
import io.rpcidl.runtime.testing.contract.EchoAsync;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server and a client show of themselves while they run. */
@Timeout(60)
class LiveTest {

    private final EchoService service = new EchoService();
    private final StreamService streams = new StreamService(false);

    @Test
    void showsConnectionsAndCallsInFlight() throws Exception {
        try (RpcServer server =
                        RpcServer.builder().add(service).add(streams).showLive().start();
                RpcClient client = RpcClient.connect("rpc://" + server.endpoint());
                RpcClient observer = RpcClient.connect("rpc://" + server.endpoint())) {
            Echo.stub(client).echo("the wire is accepted now");
            CompletableFuture<String> waits = EchoAsync.stub(client).wait_("long");
            assertEquals("long", service.begun.poll(20, TimeUnit.SECONDS));
            ItemSink<Long, Long> hold = new Caller(client).clientStream(StreamService.HOLD, Codecs.INT64, List.of());
            hold.send(1L);
            assertEquals("hold", streams.begun.poll(20, TimeUnit.SECONDS));
            try (RpcStream<Long> endless = new Caller(client).serverStream(StreamService.ENDLESS, List.of())) {
                endless.next();
                ServerState state = Live.stub(observer).server();
                assertTrue(state.serving());
                assertEquals(2, state.connections());
                assertEquals(4, state.inFlight()); // with that which asks
                ConnectionState busiest = state.busiest().get(0);
                assertEquals(3, busiest.inFlight());
                assertTrue(busiest.accepted());
                assertFalse(busiest.encrypted());
                assertTrue(busiest.peer().matches("127\\.0\\.0\\.1:\\d+"), busiest.peer());
                Map<String, OpenCall> calls =
                        busiest.calls().stream().collect(Collectors.toMap(OpenCall::method, Function.identity()));
                assertTrue(calls.get("testing.v1.Echo.wait").remaining().toMillis() > 0);
                assertTrue(calls.get("testing.v1.Streams.hold").unread() > 0);
                assertTrue(calls.get("testing.v1.Streams.endless").credit() >= 0);
                ServerChannel channel = client.snapshot().servers().get(0);
                assertEquals(server.endpoint().toString(), channel.server());
                assertTrue(channel.accepted());
                assertEquals(List.of(3), channel.inFlight());
            }
            assertEquals(1, server.snapshot(1).busiest().size());
            service.release.countDown();
            streams.release.countDown();
            assertEquals("long", waits.get(20, TimeUnit.SECONDS));
            assertEquals(1, hold.finish());
        } finally {
            streams.close();
        }
    }

    @Test
    void isNotServedUnlessAskedFor() throws Exception {
        try (RpcServer server = RpcServer.builder().add(service).start();
                RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
            RpcException thrown =
                    assertThrows(RpcException.class, () -> Live.stub(client).server());
            assertEquals(StatusCode.UNIMPLEMENTED, thrown.code());
            assertEquals(1, server.snapshot(10).connections());
        }
    }
}
