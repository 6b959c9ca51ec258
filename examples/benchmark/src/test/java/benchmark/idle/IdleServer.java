package benchmark.idle;

import benchmark.UsersService;
import com.sun.management.UnixOperatingSystemMXBean;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.rpcidl.runtime.server.RpcServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;

/** The process that is measured: a server, which prints its footprint for each line that it is given. */
final class IdleServer {

    private static final int MAX_CONNECTIONS = 11_000;
    private static final int QUIET_LOOKS = 10;

    private IdleServer() {}

    /** Serves one side, {@code rpcidl} or {@code grpc}, until its input ends. */
    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.println("listening on " + start(Side.valueOf(args[0])));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        while (in.readLine() != null) {
            waitForQuiet();
            System.out.println(Footprint.now().line());
        }
        System.exit(0);
    }

    private static int start(Side side) throws IOException {
        return switch (side) {
            case rpcidl ->
                RpcServer.builder()
                        .add(new UsersService())
                        .maxConnections(MAX_CONNECTIONS)
                        .start()
                        .port();
            case grpc ->
                NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                        .addService(new GrpcUsers())
                        .build()
                        .start()
                        .getPort();
        };
    }

    /** Waits until no connection was opened or closed for a second: the client may be done a moment before the server is. */
    private static void waitForQuiet() throws InterruptedException {
        UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long last = -1;
        for (int same = 0; same < QUIET_LOOKS; same++) {
            long now = system.getOpenFileDescriptorCount();
            same = now == last ? same : -1;
            last = now;
            Thread.sleep(100);
        }
    }
}
