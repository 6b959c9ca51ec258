package benchmark.grpc;

import benchmark.load.Caller;
import benchmark.load.MessageLimit;
import benchmark.load.Peer;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** Tuned for small calls that do not block: eight threads for handlers, and callbacks on the event loop. */
public final class GrpcTuned implements Peer {

    private static final int HANDLER_THREADS = 8;

    @Override
    public String name() {
        return "grpc-tuned";
    }

    @Override
    public int serve() throws IOException {
        NettyServerBuilder server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                .addService(new UsersService())
                .addService(new FlowsService())
                .executor(Executors.newFixedThreadPool(HANDLER_THREADS));
        MessageLimit.raised().ifPresent(server::maxInboundMessageSize);
        return server.build().start().getPort();
    }

    @Override
    public Caller connect(int port) {
        NettyChannelBuilder channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().directExecutor();
        MessageLimit.raised().ifPresent(channel::maxInboundMessageSize);
        return new GrpcCaller(channel.build());
    }
}
