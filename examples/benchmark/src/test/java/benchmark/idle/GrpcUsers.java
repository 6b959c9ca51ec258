package benchmark.idle;

import io.grpc.BindableService;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The cheapest call in gRPC: bytes there and back, since what is measured is the connection. */
final class GrpcUsers implements BindableService {

    private static final MethodDescriptor<byte[], byte[]> EXIST_USER = MethodDescriptor.<byte[], byte[]>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName("benchmark.users.v1.Users/existUser")
            .setRequestMarshaller(new Bytes())
            .setResponseMarshaller(new Bytes())
            .build();

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {

        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public ServerServiceDefinition bindService() {
        return ServerServiceDefinition.builder("benchmark.users.v1.Users")
                .addMethod(EXIST_USER, ServerCalls.asyncUnaryCall((request, observer) -> {
                    observer.onNext(new byte[] {1});
                    observer.onCompleted();
                }))
                .build();
    }

    /** Calls once, and waits for the answer. */
    static void call(ManagedChannel channel, String email) {
        byte[] request = email.getBytes(StandardCharsets.UTF_8);
        byte[] reply = ClientCalls.blockingUnaryCall(channel, EXIST_USER, CallOptions.DEFAULT, request);
        if (reply.length != 1 || reply[0] != 1) {
            throw new IllegalStateException("gRPC answered " + reply.length + " bytes");
        }
    }
}
