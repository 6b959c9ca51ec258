package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.Codecs;
import io.rpcidl.registry.Instance;
import io.rpcidl.resilience.OutlierPolicy;
import io.rpcidl.resilience.SlowStart;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Deadline;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.testing.StreamService;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.netty.NettyTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a call moves on from server to server; more of it is seen in {@link ClientTest} and {@link PeersTest}. */
@Timeout(60)
class BalancerTest {

    @Test
    void saysThatTheDeadlineHasPassedWhenItDoesSoBetweenTwoServers() throws IOException {
        List<Instance> nobody = List.of(Instance.at(unused()), Instance.at(unused()));
        try (NettyTransport transport = NettyTransport.client(false, null);
                Expiry expiry = new Expiry(now -> false)) {
            ClientSettings settings = RpcClient.builder("rpc://127.0.0.1:1").settings(expiry);
            EndpointChannels channels = new EndpointChannels(transport, settings);
            Servers servers = new Servers(() -> {});
            servers.instances(nobody);
            Call late = new Call(
                    StreamService.PING,
                    Payload.of(Codecs.list(Codecs.INT64), List.of(1L)),
                    Metadata.EMPTY,
                    new Deadline(System.nanoTime()));
            Fleet fleet = new Fleet("testing.v1.Streams", channels::get, OutlierPolicy.DEFAULT, SlowStart.DEFAULT);
            Retries retries = new Retries(null);
            Reply reply = new Balancer("testing.v1.Streams", servers, fleet, new RoundRobin(), retries, () -> {})
                    .invoke(late)
                    .join();
            Status status = ((Reply.Failure) reply).status();
            assertEquals(StatusCode.DEADLINE_EXCEEDED, status.code());
            assertEquals(Processed.NO, status.processed());
            String start = "the deadline passed before a server of testing.v1.Streams could be reached, tried ";
            assertTrue(status.message().startsWith(start + nobody.get(0).endpoint()), status.message());
            channels.close();
        }
    }

    private static Endpoint unused() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Endpoint("127.0.0.1", socket.getLocalPort());
        }
    }
}
