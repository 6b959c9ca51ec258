package benchmark.grpc;

import benchmark.load.Caller;
import benchmark.load.MessageLimit;
import benchmark.load.Peer;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;

/** A server and a channel with nothing set: handlers and callbacks run in pools that grow as they like. */
public final class GrpcDefault implements Peer {

    @Override
    public String name() {
        return "grpc";
    }

    @Override
    public int serve() throws IOException {
        NettyServerBuilder server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                .addService(new UsersService())
                .addService(new FlowsService());
        MessageLimit.raised().ifPresent(server::maxInboundMessageSize);
        return server.build().start().getPort();
    }

    @Override
    public Caller connect(int port) {
        NettyChannelBuilder channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext();
        MessageLimit.raised().ifPresent(channel::maxInboundMessageSize);
        return new GrpcCaller(channel.build());
    }
}
