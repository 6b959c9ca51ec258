package benchmark.grpc;

import benchmark.load.Caller;
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
        return NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                .addService(new UsersService())
                .build()
                .start()
                .getPort();
    }

    @Override
    public Caller connect(int port) {
        return new GrpcCaller(
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build());
    }
}
