package benchmark.idle;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The process on the other side: opens connections, makes two calls on each, and leaves them open. To rpcidl it speaks by
 * hand, offer and acceptance included; to gRPC by a channel of its own for each connection, on one event loop for all.
 */
final class IdleClient {

    private static final int WARM_UP = 3_000;

    private final Side side;
    private final int port;
    private final EventLoopGroup loop = new NioEventLoopGroup(1);
    private final List<AutoCloseable> open = new ArrayList<>();

    private IdleClient(Side side, int port) {
        this.side = side;
        this.port = port;
    }

    /**
     * Opens connections to a side's server on a port, and says so. Some are opened and closed before, so that the server has
     * loaded and compiled what it needs.
     */
    public static void main(String[] args) throws Exception {
        IdleClient client = new IdleClient(Side.valueOf(args[0]), Integer.parseInt(args[1]));
        int count = Integer.parseInt(args[2]);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        client.open(Math.min(count, WARM_UP));
        for (AutoCloseable each : client.open) {
            each.close();
        }
        client.open.clear();
        System.out.println("warm");
        in.readLine();
        client.open(count);
        System.out.println("open");
        in.readLine();
        System.exit(0);
    }

    private void open(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            String email = "doctor" + i + "@example.org";
            open.add(side == Side.rpcidl ? socket(email) : channel(email));
        }
    }

    private Socket socket(String email) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        call(socket, 1, ",\"offer\":{\"wire\":1}", email, ",\"accept\":{\"wire\":1}");
        call(socket, 2, "", email, "");
        return socket;
    }

    private static void call(Socket socket, int id, String offer, String email, String accept) throws IOException {
        String names = "{\"header\":{\"request_id\":" + id
                + ",\"service_name\":\"benchmark.users.v1.Users\",\"method_name\":\"existUser\"";
        String request = names + offer + "},\"body\":{\"params\":{\"email\":\"" + email + "\"}}}\n";
        String expected = names + accept + "},\"body\":{\"result\":true}}\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String reply = new String(socket.getInputStream().readNBytes(expected.length()), StandardCharsets.US_ASCII);
        if (!reply.equals(expected)) {
            throw new IOException("expected " + expected + ", got " + reply);
        }
    }

    private AutoCloseable channel(String email) {
        ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .eventLoopGroup(loop)
                .channelType(NioSocketChannel.class)
                .directExecutor()
                .offloadExecutor(Runnable::run)
                .build();
        GrpcUsers.call(channel, email);
        GrpcUsers.call(channel, email);
        return channel::shutdownNow;
    }
}
