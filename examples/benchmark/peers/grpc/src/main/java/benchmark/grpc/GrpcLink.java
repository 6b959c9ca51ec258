package benchmark.grpc;

import benchmark.grpc.link.LengthReply;
import benchmark.grpc.link.LengthRequest;
import benchmark.grpc.link.LinkGrpc;
import benchmark.load.LinkPeer;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetSocketAddress;

/** A server and a channel with nothing set but, if that is asked for, gzip on both sides. */
public final class GrpcLink implements LinkPeer {

    private static final String GZIP = "gzip";

    @Override
    public String name() {
        return "grpc";
    }

    @Override
    public int serve(String address, boolean compressed) throws IOException {
        NettyServerBuilder server = NettyServerBuilder.forAddress(new InetSocketAddress(address, 0))
                .addService(new UsersService())
                .addService(new Lengths());
        if (compressed) {
            server.intercept(new Gzip());
        }
        return server.build().start().getPort();
    }

    @Override
    public Client connect(String address, int port, boolean compressed) {
        ManagedChannel channel =
                NettyChannelBuilder.forAddress(address, port).usePlaintext().build();
        GrpcCaller users = compressed ? new GrpcCaller(channel, GZIP) : new GrpcCaller(channel);
        LinkGrpc.LinkBlockingStub plain = LinkGrpc.newBlockingStub(channel);
        LinkGrpc.LinkBlockingStub link = compressed ? plain.withCompression(GZIP) : plain;
        return new Client(
                users,
                text -> link.length(LengthRequest.newBuilder().setText(text).build())
                        .getLength());
    }

    private static final class Lengths extends LinkGrpc.LinkImplBase {

        @Override
        public void length(LengthRequest request, StreamObserver<LengthReply> reply) {
            reply.onNext(LengthReply.newBuilder()
                    .setLength(request.getText().length())
                    .build());
            reply.onCompleted();
        }
    }

    /** Compresses answers, for a server compresses none of itself. */
    private static final class Gzip implements ServerInterceptor {

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            call.setCompression(GZIP);
            return next.startCall(call, headers);
        }
    }
}
